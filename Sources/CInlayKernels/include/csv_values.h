// Reads the usual forms of numbers, moments and truth values from the fields of one column of delimited text.
//
// Each function begins with the column's first row, stops at the first field that is neither empty nor of its form, and
// returns the number of rows before that one: a field where it stops may still be a value, written in another way. An
// empty field counts as a row of the value 0 and is noted in `empty_rows`, which has room for all rows. No row is taken
// where the machine's words do not begin with the low byte.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_views.h"

/// The bytes that must be readable from the first byte of each field on.
enum { inlay_csv_value_room = 40 };

/// What such a function finds of the rows that it takes.
typedef struct {
  /// The number of rows whose field is empty.
  size_t empty_count;
  /// The most digits before the point, but for a zero there, and after it.
  uint32_t integer_digits;
  uint32_t fraction_digits;
  /// The least and the greatest of the moments.
  int64_t least;
  int64_t greatest;
  /// Whether some moments were written with a zone, and some without.
  bool has_zone;
  bool lacks_zone;
} inlay_csv_values;

/// Whole numbers of at most 15 digits, with a minus before them or not, without zeros that lead; no minus zero.
size_t inlay_csv_integers(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found);

/// The same numbers, and those with a point between two digits; 15 digits in all, and one zero before a point at most.
size_t inlay_csv_doubles(
    const inlay_csv_column *column, double *values, uint32_t *empty_rows, inlay_csv_values *found);

/// `yyyy-MM-dd HH:mm:ss`, with a `T` in the place of the blank or not, and `Z`, ` UTC` or nothing behind it, counted in
/// microseconds since 1970-01-01T00:00:00.
size_t inlay_csv_micros(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found);

/// `true` as 1 and `false` as 0, in any letter case.
size_t inlay_csv_booleans(
    const inlay_csv_column *column, uint8_t *values, uint32_t *empty_rows, inlay_csv_values *found);

/// Returns the number of rows before the first one whose field is not empty.
size_t inlay_csv_empty_fields(const inlay_csv_column *column);
