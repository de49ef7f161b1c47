#include "csv_views.h"

#include <string.h>

#include "csv_fields.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { inline_capacity = 12 };

size_t inlay_csv_views_plain(
    const inlay_csv_column *column, void *views, uint32_t *quoted_rows, uint32_t *longest) {
  size_t quoted_count = 0;
  *longest = 0;
  for (size_t row = 0; row < column->row_count; row++) {
    field found = field_at(column->bytes, column->positions + row * column->stride, column->ends_row);
    const uint8_t *text = column->bytes + found.start;
    uint8_t view[16] = {0};
    memcpy(view, &found.length, 4);
    if (found.length <= inline_capacity) {
      for (uint32_t index = 0; index < found.length; index++) view[4 + index] = text[index];
    } else {
      for (uint32_t index = 0; index < 4; index++) view[4 + index] = text[index];
      memcpy(view + 12, &found.start, 4);
    }
    memcpy((uint8_t *)views + row * 16, view, 16);
    if (found.length > 0 && text[0] == column->quote) quoted_rows[quoted_count++] = (uint32_t)row;
    if (found.length > *longest) *longest = found.length;
  }
  return quoted_count;
}

#if defined(__x86_64__) || defined(__aarch64__)
// For each length up to 12 the bytes of a view that hold the value, and for all greater lengths those that hold the
// first four bytes of it.
#define ONES(count) \
  {0, 0, 0, 0, (count) > 0 ? 255 : 0, (count) > 1 ? 255 : 0, (count) > 2 ? 255 : 0, (count) > 3 ? 255 : 0, \
   (count) > 4 ? 255 : 0, (count) > 5 ? 255 : 0, (count) > 6 ? 255 : 0, (count) > 7 ? 255 : 0, \
   (count) > 8 ? 255 : 0, (count) > 9 ? 255 : 0, (count) > 10 ? 255 : 0, (count) > 11 ? 255 : 0}
static const uint8_t masks[14][16] __attribute__((aligned(16))) = {
    ONES(0), ONES(1), ONES(2), ONES(3),  ONES(4),  ONES(5),  ONES(6),
    ONES(7), ONES(8), ONES(9), ONES(10), ONES(11), ONES(12), ONES(4)};

ALWAYS_INLINE void write_view(const uint8_t *text, field found, uint8_t *view) {
  const uint8_t *mask = masks[found.length <= inline_capacity ? found.length : inline_capacity + 1];
  uint32_t offset = found.length <= inline_capacity ? 0 : found.start;
#if defined(__x86_64__)
  __m128i value = _mm_slli_si128(_mm_loadu_si128((const __m128i *)text), 4);
  __m128i rest = _mm_set_epi32((int)offset, 0, 0, (int)found.length);
  value = _mm_or_si128(_mm_and_si128(value, _mm_load_si128((const __m128i *)mask)), rest);
  _mm_storeu_si128((__m128i *)view, value);
#else
  uint8x16_t value = vextq_u8(vdupq_n_u8(0), vld1q_u8(text), 12);
  uint32x4_t kept = vreinterpretq_u32_u8(vandq_u8(value, vld1q_u8(mask)));
  kept = vsetq_lane_u32(found.length, kept, 0);
  kept = vsetq_lane_u32(vgetq_lane_u32(kept, 3) | offset, kept, 3);
  vst1q_u8(view, vreinterpretq_u8_u32(kept));
#endif
}

ALWAYS_INLINE size_t views_of(
    const inlay_csv_column *column, uint8_t *views, uint32_t *quoted_rows, uint32_t *longest, bool ends_row) {
  const uint32_t *positions = column->positions;
  const uint8_t *bytes = column->bytes;
  size_t quoted_count = 0, stride = column->stride, row_count = column->row_count;
  uint32_t quote = column->quote, most = 0;
  for (size_t row = 0; row < row_count; row++, positions += stride) {
    field found = field_at(bytes, positions, ends_row);
    write_view(bytes + found.start, found, views + row * 16);
    // Which fields are quoted is as good as random: no branch.
    quoted_rows[quoted_count] = (uint32_t)row;
    quoted_count += (bytes[found.start] == quote) & (found.length > 0);
    most = found.length > most ? found.length : most;
  }
  *longest = most;
  return quoted_count;
}

size_t inlay_csv_views(const inlay_csv_column *column, void *views, uint32_t *quoted_rows, uint32_t *longest) {
  return column->ends_row ? views_of(column, views, quoted_rows, longest, true)
                          : views_of(column, views, quoted_rows, longest, false);
}
#else
size_t inlay_csv_views(const inlay_csv_column *column, void *views, uint32_t *quoted_rows, uint32_t *longest) {
  return inlay_csv_views_plain(column, views, quoted_rows, longest);
}
#endif
