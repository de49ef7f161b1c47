// Makes 16-byte string views of the fields of one column of delimited text.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A column's fields in a structural index: field `row` has the bytes after `positions[row * stride]` and before
/// `positions[row * stride + 1]`.
typedef struct {
  const uint8_t *bytes;
  const uint32_t *positions;
  size_t stride;
  size_t row_count;
  /// Whether the column is a row's last one, so that a carriage return before the end is part of the line end.
  bool ends_row;
  /// The quote, or a number above 255 when there is none.
  uint32_t quote;
} inlay_csv_column;

/// The bytes that must be readable from the first byte of each field on.
enum { inlay_csv_view_room = 16 };

/// Writes a view of 16 bytes for each row: the length, then all bytes of a value of at most 12, else the first four, the
/// buffer's number 0, and the offset. Writes to `quoted_rows`, which has room for all rows, those whose field begins
/// with a quote, and returns how many they are. `*longest` becomes the greatest length.
size_t inlay_csv_views(const inlay_csv_column *column, void *views, uint32_t *quoted_rows, uint32_t *longest);

/// The same, one byte at a time: the twin that the other is compared with.
size_t inlay_csv_views_plain(
    const inlay_csv_column *column, void *views, uint32_t *quoted_rows, uint32_t *longest);
