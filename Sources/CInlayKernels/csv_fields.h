// Where the fields of a column begin and end.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef struct {
  uint32_t start;
  uint32_t length;
} field;

static inline __attribute__((always_inline)) field field_at(
    const uint8_t *bytes, const uint32_t *positions, bool ends_row) {
  uint32_t start = positions[0] + 1, end = positions[1];
  if (ends_row && end > start) end -= bytes[end - 1] == '\r';
  field result = {start, end - start};
  return result;
}
