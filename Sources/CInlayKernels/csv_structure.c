#include "csv_structure.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// MARK: One byte at a time

enum event { event_none, event_separator, event_record_end };

static inline bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

ALWAYS_INLINE enum event step_unquoted(const inlay_csv_dialect *dialect, inlay_csv_place *place, uint8_t byte) {
  if (byte == dialect->separator) {
    *place = inlay_csv_field_start;
    return event_separator;
  }
  if (byte == '\n') {
    *place = inlay_csv_record_start;
    return event_record_end;
  }
  bool escapes = dialect->has_escape && byte == dialect->escape;
  *place = escapes ? inlay_csv_unquoted_escaped : inlay_csv_unquoted;
  return event_none;
}

ALWAYS_INLINE enum event step_start(const inlay_csv_dialect *dialect, inlay_csv_place *place, uint8_t byte) {
  if (dialect->has_quote && byte == dialect->quote) {
    *place = inlay_csv_quoted;
    return event_none;
  }
  if (dialect->trims_blanks && is_blank(byte) && byte != dialect->separator) {
    *place = inlay_csv_field_start;
    return event_none;
  }
  return step_unquoted(dialect, place, byte);
}

/// After a closing quote: another quote (when `may_reopen`), blanks where they are trimmed, a separator, or a line end.
ALWAYS_INLINE enum event step_closed(
    const inlay_csv_dialect *dialect, inlay_csv_place *place, uint8_t byte, bool may_reopen, bool *is_malformed) {
  if (may_reopen && byte == dialect->quote) {
    *place = inlay_csv_quoted;
    return event_none;
  }
  if (byte == dialect->separator || byte == '\n') return step_unquoted(dialect, place, byte);
  if (byte == '\r') {
    *place = inlay_csv_closed_return;
    return event_none;
  }
  if (dialect->trims_blanks && is_blank(byte)) {
    *place = inlay_csv_closed_blank;
    return event_none;
  }
  *is_malformed = true;
  return step_unquoted(dialect, place, byte);
}

ALWAYS_INLINE enum event step(
    const inlay_csv_dialect *dialect, inlay_csv_place *place, uint8_t byte, bool *is_malformed) {
  switch (*place) {
  case inlay_csv_record_start:
    if (dialect->has_comment && byte == dialect->comment) {
      *place = inlay_csv_comment;
      return event_none;
    }
    return step_start(dialect, place, byte);
  case inlay_csv_field_start: return step_start(dialect, place, byte);
  case inlay_csv_unquoted: return step_unquoted(dialect, place, byte);
  case inlay_csv_quoted:
    if (byte == dialect->quote) {
      *place = inlay_csv_closed;
    } else if (dialect->has_escape && byte == dialect->escape) {
      *place = inlay_csv_quoted_escaped;
    }
    return event_none;
  case inlay_csv_closed: return step_closed(dialect, place, byte, true, is_malformed);
  case inlay_csv_closed_blank: return step_closed(dialect, place, byte, false, is_malformed);
  case inlay_csv_closed_return:
    if (byte != '\n') *is_malformed = true;
    return step_unquoted(dialect, place, byte);
  case inlay_csv_comment:
    if (byte != '\n') return event_none;
    *place = inlay_csv_record_start;
    return event_record_end;
  case inlay_csv_unquoted_escaped: *place = inlay_csv_unquoted; return event_none;
  case inlay_csv_quoted_escaped: *place = inlay_csv_quoted; return event_none;
  }
  return event_none;
}

/// Reads the bytes from `at` to `end` and returns the offset after the last record end among them, or `last`.
static size_t last_record_end_plain(
    const uint8_t *bytes, size_t at, size_t end, const inlay_csv_dialect *dialect, inlay_csv_place *place,
    size_t last) {
  bool is_malformed = false;
  for (; at < end; at++) {
    if (step(dialect, place, bytes[at], &is_malformed) == event_record_end) last = at + 1;
  }
  return last;
}

static void index_plain(
    const uint8_t *bytes, size_t at, size_t end, const inlay_csv_dialect *dialect, inlay_csv_index_state *state,
    uint32_t *positions) {
  for (; at < end; at++) {
    enum event event = step(dialect, &state->place, bytes[at], &state->is_malformed);
    if (event == event_none) continue;
    positions[state->position_count++] = (uint32_t)at;
    state->record_count += event == event_record_end;
  }
}

// MARK: 64 bytes at a time, over two operations that each architecture gives

/// Sets a bit for each of 64 bytes that equals `byte`.
typedef uint64_t (*equal_function)(const uint8_t *block, uint8_t byte);
/// Sets each bit to the parity of the bits up to and including it.
typedef uint64_t (*parity_function)(uint64_t bits);

#define LAST_BIT (1ull << 63)

/// What a block of 64 bytes shows.
typedef struct {
  uint64_t separators;
  uint64_t line_ends;
  uint64_t quotes;
} block_masks;

static inline inlay_csv_place place_after(uint8_t byte, const inlay_csv_dialect *dialect) {
  if (byte == '\n') return inlay_csv_record_start;
  return byte == dialect->separator ? inlay_csv_field_start : inlay_csv_unquoted;
}

/// Tells which bytes of a block lie in quotes, an opening quote included, a closing one not.
///
/// Parity alone is right only when each quote opens where a field begins and closes where one ends. Returns false when
/// one does not: then the block has to be read one byte at a time.
ALWAYS_INLINE bool resolve_quotes(
    const uint8_t *block, block_masks masks, const inlay_csv_dialect *dialect, inlay_csv_place *place,
    uint64_t *inside, equal_function equal, parity_function parity) {
  uint64_t delimiters = masks.separators | masks.line_ends;
  uint64_t before = *place == inlay_csv_quoted ? ~0ull : 0;
  *inside = parity(masks.quotes) ^ before;
  uint64_t returns = equal(block, '\r');
  uint64_t may_open = (delimiters | masks.quotes) << 1;
  may_open |= *place == inlay_csv_record_start || *place == inlay_csv_field_start;
  uint64_t after_close = delimiters | masks.quotes | (returns & (masks.line_ends >> 1 | LAST_BIT));
  uint64_t may_close = after_close >> 1 | LAST_BIT;
  uint64_t misplaced = masks.quotes & ((*inside & ~may_open) | (~*inside & ~may_close));
  if (misplaced) return false;
  if (*inside & LAST_BIT) {
    *place = inlay_csv_quoted;
  } else if (masks.quotes & LAST_BIT) {
    *place = inlay_csv_closed;
  } else if ((returns & LAST_BIT) && (masks.quotes & LAST_BIT >> 1)) {
    *place = inlay_csv_closed_return;
  } else {
    *place = place_after(block[63], dialect);
  }
  return true;
}

ALWAYS_INLINE block_masks masks_of(const uint8_t *block, const inlay_csv_dialect *dialect, equal_function equal) {
  uint64_t with_quotes = dialect->has_quote ? ~0ull : 0;
  block_masks masks = {
      equal(block, dialect->separator), equal(block, '\n'), equal(block, dialect->quote) & with_quotes};
  return masks;
}

ALWAYS_INLINE size_t last_record_end_blocks(
    const uint8_t *bytes, size_t count, const inlay_csv_dialect *dialect, inlay_csv_place *place,
    equal_function equal, parity_function parity) {
  uint64_t with_quotes = dialect->has_quote ? ~0ull : 0;
  size_t at = 0, last = 0;
  while (count - at >= 64) {
    const uint8_t *block = bytes + at;
    if (*place <= inlay_csv_unquoted) {
      // Nothing but line ends is of interest until a quote comes.
      size_t begin = at;
      uint64_t quotes = 0;
      while (count - at >= 64) {
        quotes = equal(bytes + at, dialect->quote) & with_quotes;
        if (quotes) break;
        uint64_t line_ends = equal(bytes + at, '\n');
        if (line_ends) last = at + 64 - (size_t)__builtin_clzll(line_ends);
        at += 64;
      }
      if (at > begin) *place = place_after(bytes[at - 1], dialect);
      if (!quotes) break;
      block = bytes + at;
    }
    uint64_t inside;
    block_masks masks = masks_of(block, dialect, equal);
    if (*place <= inlay_csv_quoted && resolve_quotes(block, masks, dialect, place, &inside, equal, parity)) {
      uint64_t ends = masks.line_ends & ~inside;
      if (ends) last = at + 64 - (size_t)__builtin_clzll(ends);
    } else {
      last = last_record_end_plain(bytes, at, at + 64, dialect, place, last);
    }
    at += 64;
  }
  return last_record_end_plain(bytes, at, count, dialect, place, last);
}

/// Writes the offset of the lowest bit and takes it away; of no bit, something.
ALWAYS_INLINE uint64_t write_position(uint64_t bits, size_t at, uint32_t *room) {
  *room = (uint32_t)at + (uint32_t)(bits ? __builtin_ctzll(bits) : 64);
  return bits & (bits - 1);
}

/// Writes the offsets of the bits; up to eight more entries than there are bits are overwritten.
///
/// Eight at once, because a branch on their number is as good as random, and most blocks have no more.
ALWAYS_INLINE uint32_t *write_positions(uint64_t bits, size_t at, uint32_t *room) {
  uint32_t *end = room + __builtin_popcountll(bits);
  for (int index = 0; index < 8; index++) bits = write_position(bits, at, room++);
  while (bits) {
    for (int index = 0; index < 4; index++) bits = write_position(bits, at, room++);
  }
  return end;
}

ALWAYS_INLINE size_t index_blocks(
    const uint8_t *bytes, size_t at, size_t count, const inlay_csv_dialect *dialect, inlay_csv_index_state *state,
    uint32_t *positions, size_t capacity, equal_function equal, parity_function parity) {
  while (count - at >= 64 && capacity - state->position_count >= inlay_csv_index_room) {
    const uint8_t *block = bytes + at;
    block_masks masks = masks_of(block, dialect, equal);
    uint64_t inside = 0;
    if (masks.quotes == 0 && state->place <= inlay_csv_unquoted) {
      state->place = place_after(block[63], dialect);
    } else if (
        state->place > inlay_csv_quoted
        || !resolve_quotes(block, masks, dialect, &state->place, &inside, equal, parity)) {
      index_plain(bytes, at, at + 64, dialect, state, positions);
      at += 64;
      continue;
    }
    uint64_t ends = masks.line_ends & ~inside;
    uint32_t *room = positions + state->position_count;
    state->position_count = (size_t)(write_positions((masks.separators & ~inside) | ends, at, room) - positions);
    state->record_count += (size_t)__builtin_popcountll(ends);
    at += 64;
  }
  return at;
}

// MARK: The operations of each architecture

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,pclmul")))

static inline uint64_t equal_baseline(const uint8_t *block, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t bits = 0;
  for (int index = 0; index < 4; index++) {
    __m128i found = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(block + index * 16)), wanted);
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (index * 16);
  }
  return bits;
}

WIDE static inline uint64_t equal_wide(const uint8_t *block, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)block), wanted);
  __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(block + 32)), wanted);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/// A carry-less product with all ones is the sum, without carry, of all left shifts.
WIDE static inline uint64_t parity_wide(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}
#elif defined(__aarch64__)
static inline uint64_t equal_baseline(const uint8_t *block, uint8_t byte) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t wanted = vdupq_n_u8(byte), weight = vld1q_u8(weights);
  uint8x16_t first = vandq_u8(vceqq_u8(vld1q_u8(block), wanted), weight);
  uint8x16_t second = vandq_u8(vceqq_u8(vld1q_u8(block + 16), wanted), weight);
  uint8x16_t third = vandq_u8(vceqq_u8(vld1q_u8(block + 32), wanted), weight);
  uint8x16_t fourth = vandq_u8(vceqq_u8(vld1q_u8(block + 48), wanted), weight);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(first, second), vpaddq_u8(third, fourth));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}
#else
static inline uint64_t equal_baseline(const uint8_t *block, uint8_t byte) {
  uint64_t bits = 0;
  for (int index = 0; index < 64; index++) bits |= (uint64_t)(block[index] == byte) << index;
  return bits;
}
#endif

static inline uint64_t parity_baseline(uint64_t bits) {
  for (int distance = 1; distance < 64; distance *= 2) bits ^= bits << distance;
  return bits;
}

static size_t last_record_end_baseline(
    const uint8_t *bytes, size_t count, const inlay_csv_dialect *dialect, inlay_csv_place *place) {
  return last_record_end_blocks(bytes, count, dialect, place, equal_baseline, parity_baseline);
}

static size_t index_baseline(
    const uint8_t *bytes, size_t at, size_t count, const inlay_csv_dialect *dialect, inlay_csv_index_state *state,
    uint32_t *positions, size_t capacity) {
  return index_blocks(bytes, at, count, dialect, state, positions, capacity, equal_baseline, parity_baseline);
}

#if defined(__x86_64__)
WIDE static size_t last_record_end_wide(
    const uint8_t *bytes, size_t count, const inlay_csv_dialect *dialect, inlay_csv_place *place) {
  return last_record_end_blocks(bytes, count, dialect, place, equal_wide, parity_wide);
}

WIDE static size_t index_wide(
    const uint8_t *bytes, size_t at, size_t count, const inlay_csv_dialect *dialect, inlay_csv_index_state *state,
    uint32_t *positions, size_t capacity) {
  return index_blocks(bytes, at, count, dialect, state, positions, capacity, equal_wide, parity_wide);
}

inlay_csv_level inlay_csv_best_level(void) {
  bool is_wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
      && __builtin_cpu_supports("lzcnt") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
  return is_wide ? inlay_csv_wide : inlay_csv_baseline;
}
#else
#define last_record_end_wide last_record_end_baseline
#define index_wide index_baseline

inlay_csv_level inlay_csv_best_level(void) { return inlay_csv_baseline; }
#endif

// MARK: Choosing

/// Blocks know separators, line ends and quotes; other meanings are read one byte at a time.
static inline bool needs_plain(const inlay_csv_dialect *dialect, inlay_csv_level level) {
  return level == inlay_csv_plain || dialect->has_escape || dialect->has_comment || dialect->trims_blanks;
}

size_t inlay_csv_last_record_end(
    const uint8_t *bytes, size_t count, const inlay_csv_dialect *dialect, inlay_csv_level level,
    inlay_csv_place *place) {
  if (needs_plain(dialect, level)) return last_record_end_plain(bytes, 0, count, dialect, place, 0);
  if (level == inlay_csv_wide) return last_record_end_wide(bytes, count, dialect, place);
  return last_record_end_baseline(bytes, count, dialect, place);
}

size_t inlay_csv_index(
    const uint8_t *bytes, size_t from, size_t count, const inlay_csv_dialect *dialect, inlay_csv_level level,
    inlay_csv_index_state *state, uint32_t *positions, size_t capacity) {
  size_t at = from;
  if (!needs_plain(dialect, level)) {
    at = level == inlay_csv_wide ? index_wide(bytes, at, count, dialect, state, positions, capacity)
                                 : index_baseline(bytes, at, count, dialect, state, positions, capacity);
    if (count - at >= 64) return at;
  }
  while (at < count && capacity - state->position_count >= inlay_csv_index_room) {
    size_t end = count - at > 64 ? at + 64 : count;
    index_plain(bytes, at, end, dialect, state, positions);
    at = end;
  }
  return at;
}

size_t inlay_csv_count(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  for (size_t index = 0; index < count; index++) found += bytes[index] == byte;
  return found;
}

