public import InlayEngine

/// The value of a row that is computed from its columns: `column("popularity") > 60`.
///
/// An expression is written as one would say it, of columns by their names and of constants, and has no type of its own
/// before it meets a table. ``Expression`` says what each operation means.
public struct ColumnExpression: Sendable {
  /// What is computed.
  public let expression: Expression

  /// Wraps an expression.
  public init(_ expression: Expression) { self.expression = expression }

  /// Takes a condition's opposite; null stays null.
  public static prefix func ! (value: Self) -> Self { Self(.not(value.expression)) }
  /// Is true where both conditions are.
  public static func && (left: Self, right: Self) -> Self { Self(.all([left.expression, right.expression])) }
  /// Is true where one of the conditions is.
  public static func || (left: Self, right: Self) -> Self { Self(.any([left.expression, right.expression])) }
}

/// Names a column of the table that an expression is used with.
public func column(_ name: String) -> ColumnExpression { ColumnExpression(.named(name)) }

extension ColumnExpression: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  /// Takes a number; one that fits in 32 bits has them, as in Spark.
  public init(integerLiteral value: Int64) { self.init(value) }
  /// Takes a number.
  public init(floatLiteral value: Double) { self.init(.literal(.double(value))) }
  /// Takes a text.
  public init(stringLiteral value: String) { self.init(.literal(.string(value))) }
  /// Takes a truth value.
  public init(booleanLiteral value: Bool) { self.init(.literal(.boolean(value))) }

  /// Takes a number; one that fits in 32 bits has them, as in Spark.
  public init(_ value: Int64) {
    self.init(.literal(Int32(exactly: value).map(Literal.int32) ?? .int64(value)))
  }

  /// Takes a number.
  public init(_ value: Double) { self.init(.literal(.double(value))) }
  /// Takes a text.
  public init(_ value: String) { self.init(.literal(.string(value))) }
  /// Takes a truth value.
  public init(_ value: Bool) { self.init(.literal(.boolean(value))) }
}
