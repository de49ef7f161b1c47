/// A value to compare those of a column with, as one writes it before it is known what type the column has.
///
/// A number or a text is read as ``ValueText`` reads a field of the column's type: a date is `"2020-09-25"`, binaries are
/// hexadecimal digits, and a decimal may be given as `1.5` or as `"1.5"`. A string is compared with a text only, so that
/// the texts of numbers are not taken for numbers.
public struct FilterConstant: Hashable, Sendable {
  let text: String
  /// Whether it is a text in quotes, not a number or a word.
  let isQuoted: Bool

  init(_ text: String, isQuoted: Bool) {
    self.text = text
    self.isQuoted = isQuoted
  }

  /// Wraps a text.
  public init(_ text: String) { self.init(text, isQuoted: true) }

  /// Wraps a whole number.
  public init(_ number: some BinaryInteger) { self.init(String(number), isQuoted: false) }

  /// Wraps a number.
  public init(_ number: Double) { self.init(number.isNaN ? "NaN" : number.description, isQuoted: false) }

  /// Wraps a boolean.
  public init(_ value: Bool) { self.init(value ? "true" : "false", isQuoted: false) }
}

extension FilterConstant: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// Wraps a text.
  public init(stringLiteral text: String) { self.init(text) }
  /// Wraps a whole number.
  public init(integerLiteral number: Int) { self.init(number) }
  /// Wraps a number.
  public init(floatLiteral number: Double) { self.init(number) }
  /// Wraps a boolean.
  public init(booleanLiteral value: Bool) { self.init(value) }
}
