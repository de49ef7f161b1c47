/// Computes with decimals of given digits, rounded with halves away from zero.
struct DecimalArithmetic {
  let left: DecimalDigits
  let right: DecimalDigits
  let result: DecimalDigits

  func sum(_ first: Int128, _ second: Int128) -> Int128? {
    let scale = max(left.scale, right.scale)
    let (one, other) = (
      Self.moved(first, by: scale - left.scale), Self.moved(second, by: scale - right.scale)
    )
    if (first < 0) == (second < 0) { return rounded(one + other, scale, isNegative: first < 0) }
    return one < other
      ? rounded(other - one, scale, isNegative: second < 0)
      : rounded(one - other, scale, isNegative: first < 0)
  }

  func product(_ first: Int128, _ second: Int128) -> Int128? {
    rounded(
      Wide(first.magnitude, times: second.magnitude), left.scale + right.scale,
      isNegative: (first < 0) != (second < 0))
  }

  /// Returns the quotient; nil for a division by zero.
  func quotient(_ first: Int128, _ second: Int128) -> Int128? {
    guard second != 0 else { return nil }
    let isNegative = (first < 0) != (second < 0)
    let places = result.scale + right.scale - left.scale
    guard places < 0 else {
      // A dividend that 256 bits do not hold has a quotient of more than 38 digits.
      guard let dividend = Self.moved(first, twiceBy: places) else { return nil }
      return fitting(dividend.dividedRounding(by: second.magnitude), isNegative: isNegative)
    }
    let divisor = Wide(second.magnitude, times: Self.power(-places))
    guard divisor.high == 0 else { return 0 }
    return fitting(Wide(low: first.magnitude).dividedRounding(by: divisor.low), isNegative: isNegative)
  }

  /// Returns what a division leaves, with the sign of the first number; nil for a division by zero.
  func remainder(_ first: Int128, _ second: Int128) -> Int128? {
    guard second != 0 else { return nil }
    let scale = max(left.scale, right.scale)
    let dividend = Self.moved(first, by: scale - left.scale)
    let divisor = Self.moved(second, by: scale - right.scale)
    return rounded(dividend.remainder(dividingBy: divisor), scale, isNegative: first < 0)
  }

  private static func power(_ exponent: Int) -> UInt128 { DecimalNumber.power(exponent).magnitude }

  private static func moved(_ units: Int128, by places: Int) -> Wide {
    Wide(units.magnitude, times: power(places))
  }

  private static func moved(_ units: Int128, twiceBy places: Int) -> Wide? {
    moved(units, by: min(places, 38)).times(power(max(places - 38, 0)))
  }

  /// Takes away the digits that the result has no room for.
  private func rounded(_ units: Wide, _ scale: Int, isNegative: Bool) -> Int128? {
    if scale < result.scale { return nil }
    var rest = units
    // A scale of two factors may have more digits than one power of ten of 128 bits; no result needs that many gone.
    let places = scale - result.scale
    if places > 38 { return nil }
    if places > 0 { rest = rest.dividedRounding(by: Self.power(places)) }
    return fitting(rest, isNegative: isNegative)
  }

  private func fitting(_ units: Wide, isNegative: Bool) -> Int128? {
    guard units.high == 0, units.low < Self.power(result.precision) else { return nil }
    let magnitude = Int128(truncatingIfNeeded: units.low)
    return isNegative ? -magnitude : magnitude
  }
}
