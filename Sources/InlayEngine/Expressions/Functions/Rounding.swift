/// Rounds numbers to decimal places, halves away from zero.
enum Rounding {
  /// Rounds a whole number to tens, hundreds, … where the number of places is negative; what has no room wraps.
  static func whole<Integer: FixedWidthInteger>(_ value: Integer, _ places: Int) -> Integer {
    guard places < 0 else { return value }
    guard places > -38 else { return 0 }
    let unit = DecimalNumber.power(-places)
    return Integer(truncatingIfNeeded: Int128(value).dividedRounding(by: unit) &* unit)
  }

  /// Returns a finite number, rounded by the digits that it is written with, as a text.
  static func text(_ value: Double, _ places: Int) -> String {
    let parts = value.magnitude.description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".")
    var digits = number.flatMap { $0.utf8.map { Int($0) - 48 } }
    if number.count > 1 { exponent -= number[1].utf8.count }
    let dropped = -places - exponent
    // A decimal has no zero below zero.
    guard dropped > 0 else { return value == 0 ? "0" : value.description }
    guard dropped <= digits.count else { return "0" }
    let isUp = digits[digits.count - dropped] >= 5
    digits.removeLast(dropped)
    var position = digits.count - 1
    var carries = isUp
    while carries, position >= 0 {
      carries = digits[position] == 9
      digits[position] = carries ? 0 : digits[position] + 1
      position -= 1
    }
    if carries { digits.insert(1, at: 0) }
    guard digits.contains(where: { $0 > 0 }) else { return "0" }
    let text = digits.map(String.init).joined()
    return "\(value < 0 ? "-" : "")\(text)e\(-places)"
  }

  /// Rounds a decimal into one of other digits.
  static func decimal(_ units: Int128, _ shape: DecimalDigits, _ places: Int, _ result: DecimalDigits)
    -> Int128?
  {
    guard places < 0 else {
      return DecimalNumber(units: units, scale: shape.scale).units(in: result)
    }
    guard shape.scale - places <= 38 else { return 0 }
    let whole = units.dividedRounding(by: DecimalNumber.power(shape.scale - places))
    let (product, overflow) = whole.multipliedReportingOverflow(by: DecimalNumber.power(-places))
    return overflow || product.magnitude >= DecimalNumber.power(result.precision).magnitude ? nil : product
  }
}

extension DecimalDigits {
  /// Returns the digits of what rounding leaves: one more before the point, since 9.9 becomes 10.
  func rounded(to places: Int) -> DecimalDigits {
    let before = integerDigits + 1
    if places < 0 {
      return DecimalDigits(precision: min(max(before, 1 - max(places, -38)), Self.limit), scale: 0)
    }
    let scale = min(self.scale, places)
    return DecimalDigits(precision: min(before + scale, Self.limit), scale: scale)
  }
}
