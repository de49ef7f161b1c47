public import InlayColumns
public import InlayEngine

/// Comparisons: null where one of the values is.
extension ColumnExpression {
  /// Compares for equality.
  public static func == (left: Self, right: Self) -> Self { left.compared(.equal, right) }
  /// Compares for difference.
  public static func != (left: Self, right: Self) -> Self { left.compared(.notEqual, right) }
  /// Compares by order.
  public static func < (left: Self, right: Self) -> Self { left.compared(.less, right) }
  /// Compares by order.
  public static func <= (left: Self, right: Self) -> Self { left.compared(.lessOrEqual, right) }
  /// Compares by order.
  public static func > (left: Self, right: Self) -> Self { left.compared(.greater, right) }
  /// Compares by order.
  public static func >= (left: Self, right: Self) -> Self { left.compared(.greaterOrEqual, right) }

  private func compared(_ comparison: RowFilter.Comparison, _ other: Self) -> Self {
    Self(.comparison(comparison, expression, other.expression))
  }

  /// Is true where the value lies between two others or equals one of them.
  public func isBetween(_ first: Self, and last: Self) -> Self { self >= first && self <= last }

  /// Is true where the value equals one of some others.
  public func isOne(of values: [Self]) -> Self { Self(.any(values.map { (self == $0).expression })) }

  /// Is true where there is no value.
  public var isNull: Self { Self(.isNull(expression)) }
  /// Is true where there is a value.
  public var isNotNull: Self { Self(.not(.isNull(expression))) }
}

/// Arithmetic: integers wrap, and a division by zero is null.
extension ColumnExpression {
  /// Adds.
  public static func + (left: Self, right: Self) -> Self { left.combined(.add, right) }
  /// Subtracts.
  public static func - (left: Self, right: Self) -> Self { left.combined(.subtract, right) }
  /// Multiplies.
  public static func * (left: Self, right: Self) -> Self { left.combined(.multiply, right) }
  /// Divides, to a double or a decimal.
  public static func / (left: Self, right: Self) -> Self { left.combined(.divide, right) }
  /// Gives what an integer division leaves.
  public static func % (left: Self, right: Self) -> Self { left.combined(.remainder, right) }

  private func combined(_ sign: ArithmeticOperator, _ other: Self) -> Self {
    Self(.arithmetic(sign, expression, other.expression))
  }

  /// Gives the value as one of another type; null where that type has none for it.
  public func cast(to type: DataType) -> Self { Self(.cast(expression, type)) }

  /// Gives the value of a structure's field.
  public func field(_ name: String) -> Self { Self(.member(expression, name)) }
}

/// Texts, and what other functions make of values.
extension ColumnExpression {
  /// Is true where some part of the text meets a regular expression.
  public func matches(_ pattern: String) -> Self { calling(.rlike, Self(pattern)) }
  /// Is true where the text begins with another.
  public func starts(with prefix: Self) -> Self { calling(.startswith, prefix) }
  /// Is true where the text ends with another.
  public func ends(with suffix: Self) -> Self { calling(.endswith, suffix) }
  /// Is true where the text contains another.
  public func contains(_ part: Self) -> Self { calling(.contains, part) }
  /// Gives the text in lower case.
  public var lowercased: Self { calling(.lower) }
  /// Gives the text in upper case.
  public var uppercased: Self { calling(.upper) }
  /// Gives the text without spaces at its ends.
  public var trimmed: Self { calling(.trim) }
  /// Gives this value, or another where there is none.
  public func or(_ other: Self) -> Self { calling(.coalesce, other) }

  /// Gives what a function makes of this value and others.
  public func calling(_ function: ScalarFunction, _ others: Self...) -> Self {
    Self(.call(function, [expression] + others.map(\.expression)))
  }
}
