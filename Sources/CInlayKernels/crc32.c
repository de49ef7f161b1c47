#include "crc32.h"

#if defined(__x86_64__)
#include <immintrin.h>

bool inlay_crc32_can_fold(void) {
  return __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1");
}

#define FOLDING __attribute__((target("pclmul,sse4.1")))

// Multiplies both halves by the constants for a distance and adds what stands there.
FOLDING static inline __m128i fold(__m128i state, __m128i constants, __m128i next) {
  __m128i low = _mm_clmulepi64_si128(state, constants, 0x00);
  __m128i high = _mm_clmulepi64_si128(state, constants, 0x11);
  return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

FOLDING static inline __m128i load(const uint8_t *bytes) {
  return _mm_loadu_si128((const __m128i *)bytes);
}

// The method and its constants: Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
// Instruction" (Intel, 2009), for the polynomial 0x04C11DB7 with its bits reflected.
FOLDING uint32_t inlay_crc32_fold(uint32_t state, const void *start, size_t count) {
  const uint8_t *bytes = start;
  const __m128i far = _mm_set_epi64x(0x01c6e41596, 0x0154442bd4);
  const __m128i near = _mm_set_epi64x(0x00ccaa009e, 0x01751997d0);
  const __m128i low_words = _mm_set_epi32(0, -1, 0, -1);

  // Four states of 16 bytes each, so that the multiplications overlap.
  __m128i a = _mm_xor_si128(load(bytes), _mm_cvtsi32_si128((int)state));
  __m128i b = load(bytes + 16), c = load(bytes + 32), d = load(bytes + 48);
  bytes += 64, count -= 64;
  for (; count >= 64; bytes += 64, count -= 64) {
    a = fold(a, far, load(bytes));
    b = fold(b, far, load(bytes + 16));
    c = fold(c, far, load(bytes + 32));
    d = fold(d, far, load(bytes + 48));
  }
  a = fold(fold(fold(a, near, b), near, c), near, d);
  for (; count >= 16; bytes += 16, count -= 16) a = fold(a, near, load(bytes));

  // 128 bits to 96, to 64, and by Barrett's reduction to 32.
  a = _mm_xor_si128(_mm_clmulepi64_si128(a, near, 0x10), _mm_srli_si128(a, 8));
  __m128i words = _mm_clmulepi64_si128(_mm_and_si128(a, low_words), _mm_cvtsi64_si128(0x0163cd6124), 0x00);
  a = _mm_xor_si128(words, _mm_srli_si128(a, 4));
  const __m128i reduction = _mm_set_epi64x(0x01f7011641, 0x01db710641);
  __m128i quotient = _mm_clmulepi64_si128(_mm_and_si128(a, low_words), reduction, 0x10);
  quotient = _mm_clmulepi64_si128(_mm_and_si128(quotient, low_words), reduction, 0x00);
  return (uint32_t)_mm_extract_epi32(_mm_xor_si128(a, quotient), 1);
}

#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>
#include <string.h>

bool inlay_crc32_can_fold(void) { return true; }

uint32_t inlay_crc32_fold(uint32_t state, const void *start, size_t count) {
  for (const uint8_t *bytes = start; count >= 8; bytes += 8, count -= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    state = __crc32d(state, word);
  }
  return state;
}

#else

bool inlay_crc32_can_fold(void) { return false; }

uint32_t inlay_crc32_fold(uint32_t state, const void *start, size_t count) {
  (void)start, (void)count;
  return state;
}

#endif
