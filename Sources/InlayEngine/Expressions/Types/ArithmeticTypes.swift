import InlayColumns

/// The types as which two values take part in arithmetic, and that of what it makes.
struct ArithmeticTypes {
  var left: DataType
  var right: DataType
  var result: DataType
  /// Whether the result may be null where neither value is.
  var mayGiveNull: Bool

  /// Finds the types by Spark's rules; nil when the values are no numbers.
  init?(
    _ sign: ArithmeticOperator, _ left: (expression: Expression, type: DataType),
    _ right: (expression: Expression, type: DataType)
  ) {
    guard var leftType = Self.number(left.type), var rightType = Self.number(right.type) else { return nil }
    if leftType == .null { leftType = rightType == .null ? .double : rightType }
    if rightType == .null { rightType = leftType }
    let divides = sign == .divide || sign == .remainder
    mayGiveNull = divides || left.type == .string || right.type == .string
    if leftType.isDecimal || rightType.isDecimal, !leftType.isFractional, !rightType.isFractional {
      guard let leftShape = Self.shape(left.expression, leftType),
        let rightShape = Self.shape(right.expression, rightType)
      else { return nil }
      self.left = leftShape.type
      self.right = rightShape.type
      result = leftShape.result(of: sign, with: rightShape).type
      mayGiveNull = true
      return
    }
    guard let common = leftType.numericallyWidened(with: rightType) else { return nil }
    result = sign == .divide ? .double : common
    self.left = result
    self.right = result
  }

  /// The type of a value as a number: a text becomes a double.
  private static func number(_ type: DataType) -> DataType? {
    let type = type.computed
    if type == .string { return .double }
    return type.isNumber || type == .null ? type : nil
  }

  /// The digits of a value: a whole constant has as many as it is written with.
  private static func shape(_ expression: Expression, _ type: DataType) -> DecimalDigits? {
    switch expression {
    case .literal(.int32(let value)): DecimalDigits(precision: digitCount(Int64(value)), scale: 0)
    case .literal(.int64(let value)): DecimalDigits(precision: digitCount(value), scale: 0)
    default: DecimalDigits(of: type)
    }
  }

  private static func digitCount(_ value: Int64) -> Int { String(value.magnitude).count }
}
