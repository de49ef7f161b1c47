#include "utf8.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Whether 64 bytes are all ASCII; the compiler makes vector instructions of it.
static inline bool is_ascii_block(const uint8_t *block) {
  uint64_t words[8], seen = 0;
  memcpy(words, block, sizeof words);
  for (int index = 0; index < 8; index++) seen |= words[index];
  return (seen & 0x8080808080808080u) == 0;
}

static inline bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// Returns the length of the well-formed character at `bytes`, of which `left` bytes are there; 0 when there is none.
/// The ranges are those of the Unicode Standard, table 3-7.
static inline size_t character_length(const uint8_t *bytes, size_t left) {
  uint8_t first = bytes[0];
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || left < 2) return 0;
  uint8_t second = bytes[1];
  if (!is_continuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (left < 3 || !is_continuation(bytes[2])) return 0;
  if (first < 0xF0) return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3;
  if (left < 4 || !is_continuation(bytes[3])) return 0;
  return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4;
}

/// Returns the offset of the first byte from `at` on that is not ASCII, or `count`; eight bytes at a time.
static inline size_t skip_ascii(const uint8_t *bytes, size_t at, size_t count) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  for (; count - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    word &= 0x8080808080808080u;
    if (word) return at + (size_t)__builtin_ctzll(word) / 8;
  }
#endif
  while (at < count && bytes[at] < 0x80) at++;
  return at;
}

size_t inlay_utf8_valid_prefix_plain(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  while (at < count) {
    while (count - at >= 64 && is_ascii_block(bytes + at)) at += 64;
    at = skip_ascii(bytes, at, count);
    while (at < count && bytes[at] >= 0x80) {
      size_t length = character_length(bytes + at, count - at);
      if (length == 0) return at;
      at += length;
    }
  }
  return at;
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))

// What a pair of bytes can break, a bit each: three tables of half bytes agree in a bit when the pair breaks its rule.
enum {
  too_short = 1,       // a lead, then no continuation
  too_long = 2,        // ASCII, then a continuation
  overlong_3 = 4,      // E0, then 80 to 9F
  too_large = 8,       // F4 and above, then 90 and above
  surrogate = 16,      // ED, then A0 and above
  overlong_2 = 32,     // C0 or C1
  overlong_4 = 64,     // F0, then 80 to 8F
  too_large_low = 64,  // F5 and above, then 80 to 8F
  two = 128,           // two continuations, right only as the third or fourth byte of a character
  any = too_short | too_long | two,
  large = any | too_large | too_large_low,
};

static const uint8_t first_high[16] = {
    too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two, two, two, two,
    too_short | overlong_2, too_short, too_short | overlong_3 | surrogate,
    too_short | too_large | too_large_low | overlong_4};
static const uint8_t first_low[16] = {
    any | overlong_3 | overlong_2 | overlong_4, any | overlong_2, any, any, any | too_large, large, large, large,
    large, large, large, large, large, large | surrogate, large, large};
static const uint8_t second_high[16] = {
    too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
    too_long | overlong_2 | two | overlong_3 | too_large_low | overlong_4,
    too_long | overlong_2 | two | overlong_3 | too_large,
    too_long | overlong_2 | two | surrogate | too_large,
    too_long | overlong_2 | two | surrogate | too_large,
    too_short, too_short, too_short, too_short};
// The greatest bytes at the end of a block that need none of the next one.
static const uint8_t last_whole[32] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0xEF, 0xDF, 0xBF};

typedef struct {
  __m256i previous;
  __m256i errors;
} wide_state;

WIDE static inline __m256i look_up(const uint8_t *table, __m256i halves) {
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)), halves);
}

WIDE static inline void check_block(wide_state *state, __m256i block) {
  const __m256i low = _mm256_set1_epi8(15);
  if (_mm256_movemask_epi8(block) == 0) {
    __m256i limits = _mm256_loadu_si256((const __m256i *)last_whole);
    state->errors = _mm256_or_si256(state->errors, _mm256_subs_epu8(state->previous, limits));
    state->previous = block;
    return;
  }
  __m256i middle = _mm256_permute2x128_si256(state->previous, block, 0x21);
  __m256i before_1 = _mm256_alignr_epi8(block, middle, 15);
  __m256i before_2 = _mm256_alignr_epi8(block, middle, 14), before_3 = _mm256_alignr_epi8(block, middle, 13);
  __m256i broken = _mm256_and_si256(
      _mm256_and_si256(
          look_up(first_high, _mm256_and_si256(_mm256_srli_epi16(before_1, 4), low)),
          look_up(first_low, _mm256_and_si256(before_1, low))),
      look_up(second_high, _mm256_and_si256(_mm256_srli_epi16(block, 4), low)));
  // The highest bit where a third or fourth byte must stand.
  __m256i third = _mm256_subs_epu8(before_2, _mm256_set1_epi8(0xE0 - 0x80));
  __m256i fourth = _mm256_subs_epu8(before_3, _mm256_set1_epi8(0xF0 - 0x80));
  __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  state->errors = _mm256_or_si256(state->errors, _mm256_xor_si256(broken, must));
  state->previous = block;
}

// The method: Keiser and Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021).
WIDE static bool is_valid_wide(const uint8_t *bytes, size_t count) {
  wide_state state = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  size_t at = 0;
  for (; count - at >= 32; at += 32) check_block(&state, _mm256_loadu_si256((const __m256i *)(bytes + at)));
  // Zeros behind the end show what is not whole there.
  uint8_t rest[32] = {0};
  memcpy(rest, bytes + at, count - at);
  check_block(&state, _mm256_loadu_si256((const __m256i *)rest));
  return _mm256_testz_si256(state.errors, state.errors);
}

size_t inlay_utf8_valid_prefix(const uint8_t *bytes, size_t count) {
  if (count >= 64 && __builtin_cpu_supports("avx2") && is_valid_wide(bytes, count)) return count;
  return inlay_utf8_valid_prefix_plain(bytes, count);
}
#else
size_t inlay_utf8_valid_prefix(const uint8_t *bytes, size_t count) {
  return inlay_utf8_valid_prefix_plain(bytes, count);
}
#endif
