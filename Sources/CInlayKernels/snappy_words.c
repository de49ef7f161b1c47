#include "snappy_words.h"

#include <stdbool.h>
#include <string.h>

enum {
  word_size = 8,
  /// A copy of two bytes goes back by less than 2,048 bytes, and is 4 to 11 bytes long.
  words_back = 256,
  least_copy = 4,
  greatest_copy = 11,
  table_bits = 10,
  /// The words by which the ways are compared with each other.
  sample_count = 320,
};

/// The words of a page.
typedef struct {
  const uint8_t *first;
  size_t count;
} words;

/// How far the bytes of a page were written as tags. It is handed from function to function as a value, so that both
/// stay in registers.
typedef struct {
  /// The first byte that no tag stands for yet.
  const uint8_t *open;
  uint8_t *next;
} progress;

static inline uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, word_size);
  return word;
}

/// The zero bytes above the highest byte of a word that is not zero; 7 at most.
static inline unsigned zeros_above(uint64_t word) { return (unsigned)__builtin_clzll(word | 1) >> 3; }

/// The zero bytes below the lowest byte that is not; 7 at most.
static inline unsigned zeros_below(uint64_t word) { return (unsigned)__builtin_ctzll(word | 1ull << 63) >> 3; }

static inline unsigned least(unsigned one, unsigned other) { return one < other ? one : other; }

/// Writes the bytes that are open, up to `end`, as one literal.
static progress write_literal(progress done, const uint8_t *end) {
  size_t length = (size_t)(end - done.open);
  if (length == 0) return done;
  uint32_t number = (uint32_t)(length - 1);
  if (number < 60) {
    *done.next++ = (uint8_t)(number << 2);
  } else {
    // The length stands in the next one to four bytes.
    unsigned extra = number < 1u << 8 ? 1 : number < 1u << 16 ? 2 : number < 1u << 24 ? 3 : 4;
    *done.next++ = (uint8_t)((59 + extra) << 2);
    for (unsigned index = 0; index < extra; index++) *done.next++ = (uint8_t)(number >> (8 * index));
  }
  memcpy(done.next, done.open, length);
  return (progress){end, done.next + length};
}

/// Writes what is open up to `end`, and a copy of `length` bytes from `back` words before.
static inline progress write_copy(progress done, const uint8_t *end, unsigned length, unsigned back) {
  size_t literal = (size_t)(end - done.open);
  if (__builtin_expect(literal <= word_size, 1)) {
    // At least one byte is open, as neighbours differ.
    uint64_t bytes = word_at(done.open);
    *done.next = (uint8_t)((literal - 1) << 2);
    memcpy(done.next + 1, &bytes, word_size);
    done.next += 1 + literal;
  } else {
    done = write_literal(done, end);
  }
  uint16_t tag = (uint16_t)(1 | (length - least_copy) << 2 | (back >> 5) << 5 | (back & 31) << 11);
  memcpy(done.next, &tag, 2);
  return (progress){end + length, done.next + 2};
}

/// Returns the index of the first word from `index` on that does not equal the one before it.
static size_t end_of_equals(words all, size_t index) {
  uint64_t word = word_at(all.first + word_size * (index - 1));
  while (index < all.count && word_at(all.first + word_size * index) == word) index++;
  return index;
}

/// Writes words that equal the one before them, up to `end`. Bytes of the first may have their tags already.
static progress write_equals(progress done, const uint8_t *first, const uint8_t *end) {
  if (done.open < first) done = write_literal(done, first);
  while (done.open < end) {
    size_t length = (size_t)(end - done.open) < 64 ? (size_t)(end - done.open) : 64;
    uint32_t tag = (uint32_t)(2 | (length - 1) << 2 | word_size << 8);
    memcpy(done.next, &tag, 4);
    done.next += 3;
    done.open += length;
  }
  return done;
}

/// Compares each word with the one before it: both what their high bytes share, and the low bytes of the next one.
static progress write_by_neighbours(words all, progress done) {
  uint64_t word = word_at(all.first);
  for (size_t index = 1; index + 1 < all.count; index++) {
    const uint8_t *place = all.first + word_size * index;
    uint64_t before = word;
    word = word_at(place);
    if (__builtin_expect(word == before, 0)) {
      index = end_of_equals(all, index) - 1;
      done = write_equals(done, place, all.first + word_size * (index + 1));
      continue;
    }
    unsigned high = zeros_above(word ^ before), low = zeros_below(word ^ word_at(place + word_size));
    unsigned length = high + least(low, greatest_copy - high);
    if (length >= least_copy) done = write_copy(done, place + word_size - high, length, 1);
  }
  return done;
}

/// Compares the high bytes of each word with those of the last one that is the same but for its `kept` lowest bytes, or
/// else the one before it.
static progress write_by_table(words all, progress done, unsigned kept) {
  uint32_t table[1 << table_bits];
  memset(table, 0, sizeof table);
  uint64_t word = word_at(all.first);
  for (size_t index = 1; index + 1 < all.count; index++) {
    const uint8_t *place = all.first + word_size * index;
    uint64_t before = word;
    word = word_at(place);
    if (__builtin_expect(word == before, 0)) {
      index = end_of_equals(all, index) - 1;
      done = write_equals(done, place, all.first + word_size * (index + 1));
      continue;
    }
    uint32_t *slot = &table[(word >> (8 * kept)) * 0x9E3779B185EBCA87u >> (64 - table_bits)];
    size_t back = index - *slot;
    *slot = (uint32_t)index;
    back = back < words_back ? back : 1;
    uint64_t one = word ^ before, other = word ^ word_at(place - word_size * back);
    back = other < one ? back : 1;
    unsigned high = zeros_above(other < one ? other : one);
    if (high >= least_copy) done = write_copy(done, place + word_size - high, high, (unsigned)back);
  }
  return done;
}

/// The ways to compress a page: by neighbours, or by a table with one to three bytes kept.
enum { way_count = 4 };

static progress write_words(words all, progress done, unsigned way) {
  return way == 0 ? write_by_neighbours(all, done) : write_by_table(all, done, way);
}

/// Returns the way that makes the least of some words in the middle; what it writes to `output` means nothing.
static unsigned best_way(words all, uint8_t *output) {
  size_t tried = all.count < sample_count ? all.count : sample_count;
  words middle = {all.first + (all.count - tried) / 2 * word_size, tried};
  unsigned best = 0;
  size_t best_size = SIZE_MAX;
  for (unsigned way = 0; way < way_count; way++) {
    progress done = write_words(middle, (progress){middle.first, output}, way);
    done = write_literal(done, middle.first + tried * word_size);
    size_t size = (size_t)(done.next - output);
    if (size < best_size) {
      best_size = size;
      best = way;
    }
  }
  return best;
}

size_t inlay_snappy_compress_words(const uint8_t *bytes, size_t count, uint8_t *output) {
  words all = {bytes + count % word_size, count / word_size};
  progress done = {bytes, output};
  if (all.count > 2) done = write_words(all, done, best_way(all, output));
  return (size_t)(write_literal(done, bytes + count).next - output);
}
