import InlayBytes
import InlayColumns

/// A decimal number: so many units of its last digit.
struct DecimalNumber {
  var units: Int128
  /// The digits after the point.
  var scale: Int

  /// Returns 10 to a power of 0 to 38.
  @inline(__always)
  static func power(_ exponent: Int) -> Int128 { powers[exponent] }

  private static let powers: [Int128] = (0...38).map { power in
    (0..<power).reduce(Int128(1)) { product, _ in product * 10 }
  }

  /// Returns the units of the nearest decimal of some digits, halves away from zero; nil when there are too few digits
  /// before the point.
  @inline(__always)
  func units(in shape: DecimalDigits) -> Int128? {
    let moved: Int128
    if shape.scale >= scale {
      let (product, overflow) = units.multipliedReportingOverflow(by: Self.power(shape.scale - scale))
      if overflow { return nil }
      moved = product
    } else {
      moved = units.dividedRounding(by: Self.power(scale - shape.scale))
    }
    return moved.magnitude < Self.power(shape.precision).magnitude ? moved : nil
  }

  /// The nearest number of 64 bits.
  var double: Double {
    if units.magnitude <= 1 << 53 && scale <= 22 {
      // Both are exact in a double, so the division rounds once.
      return Double(Int64(units)) / Double(Self.exactPower(scale))
    }
    return Double("\(units)e-\(scale)") ?? 0
  }

  /// The nearest number of 32 bits.
  var float: Float { Float("\(units)e-\(scale)") ?? 0 }

  private static func exactPower(_ exponent: Int) -> Double { Double(power(exponent)) }
}

extension Int128 {
  /// Returns the nearest quotient, halves away from zero; the divisor is positive.
  @inline(__always)
  func dividedRounding(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return self < 0 ? quotient - 1 : quotient + 1
  }
}
