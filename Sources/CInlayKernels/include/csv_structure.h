// Finds the structure of delimited text: where fields and records end outside quotes.
//
// All functions read only the bytes they are given and allocate nothing. Each exists in a plain form and in forms for
// the vector instructions of the machine; all forms give the same answers for all bytes.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The bytes that have a meaning. A quote, an escape or a comment byte counts only when its flag is set.
typedef struct {
  uint8_t separator;
  uint8_t quote;
  uint8_t escape;
  uint8_t comment;
  bool has_quote;
  bool has_escape;
  bool has_comment;
  /// Blanks (space and tab) before an opening and after a closing quote are passed over.
  bool trims_blanks;
} inlay_csv_dialect;

/// Where in a record the next byte stands.
typedef enum {
  inlay_csv_record_start,
  inlay_csv_field_start,
  inlay_csv_unquoted,
  inlay_csv_quoted,
  /// After a quote that closes the field, unless a second one follows.
  inlay_csv_closed,
  /// After a closing quote and a carriage return, which must be followed by a line feed.
  inlay_csv_closed_return,
  /// After a closing quote and blanks.
  inlay_csv_closed_blank,
  inlay_csv_comment,
  inlay_csv_unquoted_escaped,
  inlay_csv_quoted_escaped,
} inlay_csv_place;

/// The instructions that a function may use.
typedef enum {
  /// One byte at a time: the twin that the others are compared with.
  inlay_csv_plain,
  /// What every processor of the architecture has: SSE2 or NEON.
  inlay_csv_baseline,
  /// AVX2, BMI and carry-less multiplication; only where `inlay_csv_best_level` says so.
  inlay_csv_wide,
} inlay_csv_level;

/// Returns the fastest level that this machine has.
inlay_csv_level inlay_csv_best_level(void);

/// Reads `count` bytes from `*place` on and returns the number of bytes up to the last record end, that included;
/// 0 when no record ends. `*place` becomes the place after the last byte.
size_t inlay_csv_last_record_end(
    const uint8_t *bytes, size_t count, const inlay_csv_dialect *dialect, inlay_csv_level level,
    inlay_csv_place *place);

/// What `inlay_csv_index` has found so far.
typedef struct {
  inlay_csv_place place;
  /// Whether text followed a closing quote.
  bool is_malformed;
  /// The number of positions written.
  size_t position_count;
  /// How many of them end a record.
  size_t record_count;
} inlay_csv_index_state;

/// The room that `inlay_csv_index` needs to make any progress, in positions.
enum { inlay_csv_index_room = 80 };

/// Appends to `positions` the offsets of all separators and record ends outside quotes, from the offset `from` on.
///
/// Returns the offset that it came to: `count`, or less when fewer than `inlay_csv_index_room` positions of the
/// `capacity` were left. `count` must be less than 2^32.
size_t inlay_csv_index(
    const uint8_t *bytes, size_t from, size_t count, const inlay_csv_dialect *dialect, inlay_csv_level level,
    inlay_csv_index_state *state, uint32_t *positions, size_t capacity);

/// Returns how many of `count` bytes equal `byte`.
size_t inlay_csv_count(const uint8_t *bytes, size_t count, uint8_t byte);
