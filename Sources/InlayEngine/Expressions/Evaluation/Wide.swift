/// A whole number of 256 bits without a sign, for what decimals make before it is rounded to their digits.
struct Wide: Comparable {
  var high: UInt128
  var low: UInt128

  /// The product of two numbers of 128 bits.
  @inline(__always)
  init(_ left: UInt128, times right: UInt128) {
    (high, low) = left.multipliedFullWidth(by: right)
  }

  init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  static func < (left: Wide, right: Wide) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// The sum, which is below 2²⁵⁶ for all that decimals have.
  static func + (left: Wide, right: Wide) -> Wide {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    return Wide(high: left.high &+ right.high &+ (carry ? 1 : 0), low: low)
  }

  /// The difference; `right` is not the greater.
  static func - (left: Wide, right: Wide) -> Wide {
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    return Wide(high: left.high &- right.high &- (borrow ? 1 : 0), low: low)
  }

  /// Returns the product with a number; nil when it has more than 256 bits.
  func times(_ factor: UInt128) -> Wide? {
    let lower = low.multipliedFullWidth(by: factor)
    let (upper, overflow) = high.multipliedReportingOverflow(by: factor)
    let (sum, carry) = upper.addingReportingOverflow(lower.high)
    return overflow || carry ? nil : Wide(high: sum, low: lower.low)
  }

  /// Returns the nearest quotient, halves rounded up; the divisor is not 0.
  @inline(__always)
  func dividedRounding(by divisor: UInt128) -> Wide {
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (lower, remainder) = divisor.dividingFullWidth((rest, low))
    let quotient = Wide(high: upper, low: lower)
    return remainder >= divisor &- remainder ? quotient + Wide(low: 1) : quotient
  }

  /// Returns what a division leaves; the divisor is not 0.
  func remainder(dividingBy divisor: Wide) -> Wide {
    if high == 0 { return divisor.high == 0 ? Wide(low: low % divisor.low) : self }
    var rest = Wide(low: 0)
    for bit in (0..<256).reversed() {
      rest = rest + rest
      let isSet = bit >= 128 ? high >> UInt128(bit - 128) & 1 : low >> UInt128(bit) & 1
      if isSet == 1 { rest = rest + Wide(low: 1) }
      if rest >= divisor { rest = rest - divisor }
    }
    return rest
  }
}
