public import InlayBytes

extension ValueText {
  /// How many digits a decimal is written with, for those who choose a type by looking at texts.
  public struct DecimalForm: Hashable, Sendable {
    /// The digits before the point, without zeros that lead.
    public let integerDigits: Int
    /// The digits after the point.
    public let scale: Int
  }

  /// Tells with how many digits a decimal is written, or nil when the text is none; an exponent makes it none.
  public static func decimalForm(_ bytes: RawSpan) -> DecimalForm? {
    var cursor = TextCursor(bytes)
    _ = cursor.skipSign()
    let start = cursor.position
    while cursor.skip(UInt8(ascii: "0")) {}
    let zeros = cursor.position - start
    let integerDigits = cursor.skipDigits()
    let scale = cursor.skip(UInt8(ascii: ".")) ? cursor.skipDigits() : 0
    guard cursor.isAtEnd, zeros + integerDigits + scale > 0 else { return nil }
    return DecimalForm(integerDigits: integerDigits, scale: scale)
  }

  /// Reads a decimal as the number of units of its last digit.
  ///
  /// It is never rounded: digits after the point that the scale has no room for must be zeros, and a number with
  /// more digits than the precision is not a value of the type.
  ///
  /// - Parameter precision: At most 38.
  public static func parseDecimal(_ bytes: RawSpan, precision: Int, scale: Int) -> Int128? {
    var cursor = TextCursor(bytes)
    let isNegative = cursor.skipSign()
    let start = cursor.position
    var units: Int128 = 0
    while let digit = cursor.digit() {
      guard append(digit, to: &units) else { return nil }
    }
    var digitCount = cursor.position - start
    var missing = scale
    if cursor.skip(UInt8(ascii: ".")) {
      while let digit = cursor.digit() {
        digitCount += 1
        missing -= 1
        guard missing < 0 ? digit == 0 : append(digit, to: &units) else { return nil }
      }
    }
    guard cursor.isAtEnd, digitCount > 0 else { return nil }
    for _ in 0..<Swift.max(missing, 0) {
      guard append(0, to: &units) else { return nil }
    }
    guard units < powersOfTen[Swift.min(precision, 38)] else { return nil }
    return isNegative ? -units : units
  }

  /// 10⁰ to 10³⁸.
  private static let powersOfTen: [Int128] = (0...38).map { power in
    var product: Int128 = 1
    for _ in 0..<power { product *= 10 }
    return product
  }

  /// Adds a digit at the end of a number; false when the number has 38 digits already.
  private static func append(_ digit: UInt8, to units: inout Int128) -> Bool {
    guard units < powersOfTen[37] else { return false }
    units = units &* 10 &+ Int128(digit)
    return true
  }

  /// Writes the decimal of so many units of its last digit, with `scale` digits after the point.
  public static func append(decimal units: Int128, scale: Int, to text: inout ValueBuilder<UInt8>) {
    if units < 0 { text.append(UInt8(ascii: "-")) }
    let start = text.count
    var rest = units.magnitude
    while rest > 0 || text.count - start <= scale {
      if text.count - start == scale && scale > 0 { text.append(UInt8(ascii: ".")) }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      text.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    }
    reverse(&text, from: start)
  }
}
