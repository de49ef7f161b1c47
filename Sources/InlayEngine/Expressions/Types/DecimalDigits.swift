import InlayColumns

/// How many digits decimals of a type have, and the rules by which Spark gives a result its digits.
struct DecimalDigits: Equatable {
  /// The number of digits.
  var precision: Int
  /// How many of them stand after the point.
  var scale: Int

  /// The most digits that a decimal has.
  static let limit = 38
  /// The digits after the point that are kept when a result has too many digits before it.
  private static let leastScale = 6

  /// The digits that hold every value of a type of numbers; nil for other types.
  init?(of type: DataType) {
    switch type {
    case .decimal(let precision, let scale): self.init(precision: precision, scale: scale)
    case .int8: self.init(precision: 3, scale: 0)
    case .int16: self.init(precision: 5, scale: 0)
    case .int32: self.init(precision: 10, scale: 0)
    case .int64: self.init(precision: 20, scale: 0)
    case .float: self.init(precision: 14, scale: 7)
    case .double: self.init(precision: 30, scale: 15)
    default: return nil
    }
  }

  /// Has so many digits.
  init(precision: Int, scale: Int) {
    self.precision = precision
    self.scale = scale
  }

  /// The decimal type of these digits.
  var type: DataType { .decimal(precision: precision, scale: scale) }

  /// The digits before the point.
  var integerDigits: Int { precision - scale }

  /// Returns the digits that hold the values of both, as far as there are so many; those before the point come first.
  func widened(with other: DecimalDigits) -> DecimalDigits {
    let scale = max(scale, other.scale)
    return DecimalDigits(precision: max(integerDigits, other.integerDigits) + scale, scale: scale)
      .preferringIntegerDigits
  }

  /// Returns the digits of what an operator makes of two decimals.
  func result(of sign: ArithmeticOperator, with other: DecimalDigits) -> DecimalDigits {
    let widest = max(scale, other.scale)
    switch sign {
    case .add, .subtract:
      return DecimalDigits(
        precision: max(integerDigits, other.integerDigits) + widest + 1, scale: widest
      ).keepingSomeScale
    case .multiply:
      return DecimalDigits(precision: precision + other.precision + 1, scale: scale + other.scale)
        .keepingSomeScale
    case .divide:
      let digits = max(Self.leastScale, scale + other.precision + 1)
      return DecimalDigits(precision: integerDigits + other.scale + digits, scale: digits).keepingSomeScale
    case .remainder:
      return DecimalDigits(precision: min(integerDigits, other.integerDigits) + widest, scale: widest)
        .keepingSomeScale
    }
  }

  /// Within the limit: digits after the point give way to those before it.
  private var preferringIntegerDigits: DecimalDigits {
    guard precision > Self.limit else { return self }
    return DecimalDigits(precision: Self.limit, scale: max(0, scale - (precision - Self.limit)))
  }

  /// Within the limit: digits after the point give way to those before it, but for the first six.
  private var keepingSomeScale: DecimalDigits {
    guard precision > Self.limit else { return self }
    return DecimalDigits(
      precision: Self.limit, scale: max(Self.limit - integerDigits, min(scale, Self.leastScale)))
  }
}
