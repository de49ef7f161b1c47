/// The functions of values of one row, named as in Spark SQL.
public enum ScalarFunction: String, Hashable, Sendable, CaseIterable {
  /// The text with every letter in lower case.
  case lower
  /// The text with every letter in upper case.
  case upper
  /// The text without spaces at its ends.
  case trim
  /// The number of characters of a text, or of bytes of a binary.
  case length
  /// The texts one after the other; null where one is.
  case concat
  /// The part of a text from a character on, counted from 1, and of so many characters if a third argument says so.
  case substring
  /// Whether a regular expression, the second argument, is met by some part of the text.
  case rlike
  /// Whether a text begins with another.
  case startswith
  /// Whether a text ends with another.
  case endswith
  /// Whether a text contains another.
  case contains
  /// The first argument that is not null.
  case coalesce
  /// The number without its sign.
  case abs
  /// The number rounded to so many decimal places, halves away from zero.
  case round
  /// The parts of a text between the matches of a regular expression.
  case split
  /// The element of an array at a position counted from 0; null where there is none.
  case get
}
