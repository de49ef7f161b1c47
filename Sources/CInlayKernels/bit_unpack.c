#include "bit_unpack.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

/// Where the eight values of a group lie: the first four in 16 bytes from the group's begin, the others in 16 bytes from
/// `second` on.
typedef struct {
  size_t second;
  /// For each value the four bytes that hold it, by their places in its 16.
  uint8_t places[32];
  /// The bits before it in these four bytes.
  uint32_t shifts[8];
} group_layout;

static group_layout layout_of(unsigned width) {
  group_layout layout = {.second = width >> 1};
  for (unsigned index = 0; index < 8; index++) {
    unsigned bit = index * width - (index < 4 ? 0 : (unsigned)layout.second * 8);
    layout.shifts[index] = bit & 7;
    for (unsigned byte = 0; byte < 4; byte++) layout.places[index * 4 + byte] = (uint8_t)((bit >> 3) + byte);
  }
  return layout;
}

WIDE static uint32_t greatest_of(__m256i values) {
  uint32_t each[8], greatest = 0;
  memcpy(each, &values, sizeof each);
  for (int index = 0; index < 8; index++) greatest = each[index] > greatest ? each[index] : greatest;
  return greatest;
}

WIDE static uint32_t unpack_wide(const uint8_t *bytes, unsigned width, size_t group_count, uint32_t *values) {
  group_layout layout = layout_of(width);
  const __m256i places = _mm256_loadu_si256((const __m256i *)layout.places);
  const __m256i shifts = _mm256_loadu_si256((const __m256i *)layout.shifts);
  const __m256i mask = _mm256_set1_epi32((int)((1u << width) - 1));
  __m256i greatest = _mm256_setzero_si256();
  for (size_t group = 0; group < group_count; group++, bytes += width, values += 8) {
    __m128i first = _mm_loadu_si128((const __m128i *)bytes);
    __m128i second = _mm_loadu_si128((const __m128i *)(bytes + layout.second));
    __m256i both = _mm256_inserti128_si256(_mm256_castsi128_si256(first), second, 1);
    __m256i words = _mm256_shuffle_epi8(both, places);
    __m256i found = _mm256_and_si256(_mm256_srlv_epi32(words, shifts), mask);
    greatest = _mm256_max_epu32(greatest, found);
    _mm256_storeu_si256((__m256i *)values, found);
  }
  return greatest_of(greatest);
}
#endif

size_t inlay_unpack_groups(
    const uint8_t *bytes, size_t count, unsigned width, size_t group_count, uint32_t *values, uint32_t *greatest) {
  *greatest = 0;
#if defined(__x86_64__)
  // What a group reads may be more than what it has.
  size_t reach = (width >> 1) + 16;
  if (count < reach || !__builtin_cpu_supports("avx2")) return 0;
  size_t readable = (count - reach) / width + 1;
  size_t taken = group_count < readable ? group_count : readable;
  *greatest = unpack_wide(bytes, width, taken, values);
  return taken;
#else
  (void)bytes, (void)count, (void)width, (void)group_count, (void)values;
  return 0;
#endif
}
