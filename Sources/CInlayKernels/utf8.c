#include "utf8.h"

#include <stdbool.h>
#include <string.h>

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

size_t inlay_utf8_valid_prefix(const uint8_t *bytes, size_t count) {
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
