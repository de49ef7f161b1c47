#include "csv_values.h"

#include <string.h>

#include "csv_fields.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
enum { most_digits = 15 };

static const uint64_t integer_powers[most_digits + 1] = {
    1,         10,         100,         1000,         10000,         100000,         1000000,         10000000,
    100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000};

static const double double_powers[most_digits + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

ALWAYS_INLINE uint64_t load_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// Whether a byte of the word is above 9.
ALWAYS_INLINE bool has_no_digit(uint64_t digits) {
  return ((digits + 0x7676767676767676u) | digits) & 0x8080808080808080u;
}

/// The digits of a text of 1 to 8 bytes, one a byte, with zeros before them.
ALWAYS_INLINE uint64_t digits_of(const uint8_t *text, uint32_t length) {
  return (load_word(text) ^ 0x3030303030303030u) << (64 - 8 * length);
}

/// The number of eight digits, the first one in the low byte: pairs, fours, and all of them.
ALWAYS_INLINE uint64_t number_of(uint64_t digits) {
  digits = digits * 10 + (digits >> 8);
  uint64_t first = (digits & 0x000000FF000000FFu) * (100 + (1000000ull << 32));
  uint64_t second = ((digits >> 16) & 0x000000FF000000FFu) * (1 + (10000ull << 32));
  return (first + second) >> 32;
}

/// Reads a text of 1 to 15 digits; false when it is none.
ALWAYS_INLINE bool read_digits(const uint8_t *text, uint32_t length, uint64_t *number) {
  if (length <= 8) {
    uint64_t digits = digits_of(text, length);
    *number = number_of(digits);
    return !has_no_digit(digits);
  }
  uint64_t first = load_word(text) ^ 0x3030303030303030u, rest = digits_of(text + 8, length - 8);
  *number = number_of(first) * integer_powers[length - 8] + number_of(rest);
  return !has_no_digit(first) && !has_no_digit(rest);
}

/// Reads a whole number as `inlay_csv_integers` describes it, whose minus was taken off.
ALWAYS_INLINE bool read_integer(const uint8_t *text, uint32_t length, bool is_negative, uint64_t *number) {
  if (length - 1 >= most_digits) return false;
  if (text[0] == '0' && (length > 1 || is_negative)) return false;
  return read_digits(text, length, number);
}

ALWAYS_INLINE uint32_t greater(uint32_t a, uint32_t b) { return a > b ? a : b; }

/// Whether a field is empty, which is noted.
ALWAYS_INLINE bool is_empty(field part, size_t row, uint32_t *empty_rows, size_t *empty_count) {
  if (part.length > 0) return false;
  empty_rows[(*empty_count)++] = (uint32_t)row;
  return true;
}

size_t inlay_csv_integers(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  const uint32_t *positions = column->positions;
  uint32_t most = found->integer_digits;
  size_t empty_count = 0, row = 0;
  for (; row < column->row_count; row++, positions += column->stride) {
    field part = field_at(column->bytes, positions, column->ends_row);
    if (is_empty(part, row, empty_rows, &empty_count)) {
      values[row] = 0;
      continue;
    }
    const uint8_t *text = column->bytes + part.start;
    bool is_negative = text[0] == '-';
    uint32_t length = part.length - is_negative;
    uint64_t number;
    if (!read_integer(text + is_negative, length, is_negative, &number)) break;
    values[row] = is_negative ? -(int64_t)number : (int64_t)number;
    most = greater(most, length);
  }
  found->empty_count = empty_count;
  found->integer_digits = most;
  return row;
}

/// The offset of the first point among 16 bytes; 16 when there is none.
ALWAYS_INLINE uint32_t find_point(const uint8_t *text) {
  for (uint32_t offset = 0; offset < 16; offset += 8) {
    // A byte is zero where the point stands; subtracting one from it borrows from its highest bit.
    uint64_t word = load_word(text + offset) ^ 0x2E2E2E2E2E2E2E2Eu;
    uint64_t zeros = (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
    if (zeros) return offset + (uint32_t)__builtin_ctzll(zeros) / 8;
  }
  return 16;
}

size_t inlay_csv_doubles(
    const inlay_csv_column *column, double *values, uint32_t *empty_rows, inlay_csv_values *found) {
  const uint32_t *positions = column->positions;
  uint32_t most_whole = found->integer_digits, most_fraction = found->fraction_digits;
  size_t empty_count = 0, row = 0;
  for (; row < column->row_count; row++, positions += column->stride) {
    field part = field_at(column->bytes, positions, column->ends_row);
    if (is_empty(part, row, empty_rows, &empty_count)) {
      values[row] = 0;
      continue;
    }
    const uint8_t *text = column->bytes + part.start;
    bool is_negative = text[0] == '-';
    text += is_negative;
    uint32_t length = part.length - is_negative, whole_length = find_point(text), fraction_length = 0;
    uint64_t whole, fraction = 0;
    if (whole_length >= length) {
      if (!read_integer(text, length, is_negative, &whole)) break;
      whole_length = length;
    } else {
      fraction_length = length - whole_length - 1;
      if (whole_length == 0 || fraction_length == 0 || whole_length + fraction_length > most_digits) break;
      if (text[0] == '0' && whole_length > 1) break;
      if (!read_digits(text, whole_length, &whole)) break;
      if (!read_digits(text + whole_length + 1, fraction_length, &fraction)) break;
    }
    // All digits and the power of ten are exact, so one operation rounds once (Clinger, 1990).
    uint64_t digits = whole * integer_powers[fraction_length] + fraction;
    double number = (double)(int64_t)digits / double_powers[fraction_length];
    values[row] = is_negative ? -number : number;
    // A zero before the point is no digit of the number.
    most_whole = greater(most_whole, whole_length - (fraction_length > 0 && text[0] == '0'));
    most_fraction = greater(most_fraction, fraction_length);
  }
  found->empty_count = empty_count;
  found->integer_digits = most_whole;
  found->fraction_digits = most_fraction;
  return row;
}

static const uint8_t month_lengths[16] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// The days since 1970-01-01 of a day that the calendar has, in the years 0 to 9999; years begin in March (Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms").
ALWAYS_INLINE int64_t days_of(uint32_t year, uint32_t month, uint32_t day) {
  // Four centuries more, so that no year is negative.
  uint32_t from_march = year + 400 - (month <= 2), month_from_march = month > 2 ? month - 3 : month + 9;
  uint32_t days = 365 * from_march + from_march / 4 - from_march / 100 + from_march / 400;
  return (int64_t)(days + (153 * month_from_march + 2) / 5 + day - 1) - 719468 - 146097;
}

/// Two digits that stand in two bytes of a word of digits.
ALWAYS_INLINE uint32_t pair(uint64_t pairs, int byte) { return (uint32_t)(pairs >> (8 * byte)) & 0xFF; }

/// Reads what stands behind the minutes, `:ss` and a zone or none, in seconds.
ALWAYS_INLINE bool read_seconds(uint64_t word, uint32_t length, uint32_t *second, bool *has_zone) {
  uint64_t zone = word >> 24, digits = ((word >> 8) & 0xFFFF) ^ 0x3030;
  if ((word & 0xFF) != ':' || has_no_digit(digits)) return false;
  *second = (uint32_t)(digits & 0xFF) * 10 + (uint32_t)(digits >> 8);
  *has_zone = length != 19;
  if (*second >= 60) return false;
  if (length == 19) return true;
  if (length == 20) return (zone & 0xFF) == 'Z';
  return length == 23 && (zone & 0xFFFFFFFF) == 0x43545520;
}

ALWAYS_INLINE bool read_micros(const uint8_t *text, uint32_t length, int64_t *micros, bool *has_zone) {
  uint32_t second;
  if (length < 19 || length > 23) return false;
  if (!read_seconds(load_word(text + 16), length, &second, has_zone)) return false;
  // `yyyy-MM-` and `dd HH:mm`, of which the delimiters become zeros.
  uint64_t date = load_word(text) ^ 0x2D30302D30303030u, rest = load_word(text + 8) ^ 0x30303A3030203030u;
  if (text[10] == 'T') rest ^= (uint64_t)('T' ^ ' ') << 16;
  if ((date & 0xFF0000FF00000000u) != 0 || (rest & 0x0000FF0000FF0000u) != 0) return false;
  if (has_no_digit(date) || has_no_digit(rest)) return false;
  date = date * 10 + (date >> 8), rest = rest * 10 + (rest >> 8);
  uint32_t year = pair(date, 0) * 100 + pair(date, 2), month = pair(date, 5), day = pair(rest, 0);
  uint32_t hour = pair(rest, 3), minute = pair(rest, 6);
  bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month > 12 || hour >= 24 || minute >= 60) return false;
  if (day == 0 || day > month_lengths[month] + (uint32_t)(month == 2 && is_leap)) return false;
  *micros = (days_of(year, month, day) * 86400 + hour * 3600 + minute * 60 + second) * 1000000;
  return true;
}

size_t inlay_csv_micros(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  const uint32_t *positions = column->positions;
  int64_t least = found->least, greatest = found->greatest;
  size_t empty_count = 0, row = 0;
  for (; row < column->row_count; row++, positions += column->stride) {
    field part = field_at(column->bytes, positions, column->ends_row);
    if (is_empty(part, row, empty_rows, &empty_count)) {
      values[row] = 0;
      continue;
    }
    int64_t micros;
    bool has_zone;
    if (!read_micros(column->bytes + part.start, part.length, &micros, &has_zone)) break;
    values[row] = micros;
    least = micros < least ? micros : least;
    greatest = micros > greatest ? micros : greatest;
    found->has_zone |= has_zone;
    found->lacks_zone |= !has_zone;
  }
  found->empty_count = empty_count;
  found->least = least;
  found->greatest = greatest;
  return row;
}

size_t inlay_csv_booleans(
    const inlay_csv_column *column, uint8_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  const uint32_t *positions = column->positions;
  size_t empty_count = 0, row = 0;
  for (; row < column->row_count; row++, positions += column->stride) {
    field part = field_at(column->bytes, positions, column->ends_row);
    empty_rows[empty_count] = (uint32_t)row;
    empty_count += part.length == 0;
    uint64_t word = load_word(column->bytes + part.start) | 0x2020202020202020u;
    bool is_true = part.length == 4 && (word & 0xFFFFFFFFu) == 0x65757274u;
    bool is_false = part.length == 5 && (word & 0xFFFFFFFFFFu) == 0x65736C6166u;
    if (!(is_true | is_false | (part.length == 0))) break;
    values[row] = is_true;
  }
  found->empty_count = empty_count;
  return row;
}
#else
size_t inlay_csv_integers(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  (void)column, (void)values, (void)empty_rows;
  found->empty_count = 0;
  return 0;
}

size_t inlay_csv_doubles(
    const inlay_csv_column *column, double *values, uint32_t *empty_rows, inlay_csv_values *found) {
  return inlay_csv_integers(column, (int64_t *)values, empty_rows, found);
}

size_t inlay_csv_micros(
    const inlay_csv_column *column, int64_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  return inlay_csv_integers(column, values, empty_rows, found);
}

size_t inlay_csv_booleans(
    const inlay_csv_column *column, uint8_t *values, uint32_t *empty_rows, inlay_csv_values *found) {
  return inlay_csv_integers(column, (int64_t *)values, empty_rows, found);
}
#endif

size_t inlay_csv_empty_fields(const inlay_csv_column *column) {
  const uint32_t *positions = column->positions;
  size_t row = 0;
  for (; row < column->row_count; row++, positions += column->stride) {
    if (field_at(column->bytes, positions, column->ends_row).length > 0) break;
  }
  return row;
}
