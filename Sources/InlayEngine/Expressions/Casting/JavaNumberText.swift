import InlayBytes

/// Writes floating-point numbers in Java's form: `1.0`, `1.0E10`, `NaN`, `Infinity`.
enum JavaNumberText {
  /// Writes the shortest digits that read back as the same number.
  static func append(
    _ value: some BinaryFloatingPoint & CustomStringConvertible, to text: inout ValueBuilder<UInt8>
  ) {
    if value.isNaN { return text.append(utf8: "NaN") }
    if value.sign == .minus { text.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    if magnitude.isInfinite { return text.append(utf8: "Infinity") }
    if magnitude == 0 { return text.append(utf8: "0.0") }
    var (digits, exponent) = digits(magnitude.description)
    if magnitude >= 0.001 && magnitude < 10_000_000 {
      appendPlain(&digits, exponent, to: &text)
    } else {
      text.append(digits[0])
      text.append(UInt8(ascii: "."))
      for index in 1..<max(digits.count, 2) {
        text.append(index < digits.count ? digits[index] : UInt8(ascii: "0"))
      }
      text.append(utf8: "E\(exponent)")
    }
  }

  /// Returns the digits of a positive number without zeros at their ends, and the power of ten of the first one.
  private static func digits(_ description: String) -> (digits: [UInt8], exponent: Int) {
    let parts = description.utf8.split(separator: UInt8(ascii: "e"))
    var exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    let point = parts[0].split(separator: UInt8(ascii: "."))
    var digits = point.flatMap { $0 }
    exponent += point[0].count - 1
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }

  private static func appendPlain(
    _ digits: inout [UInt8], _ exponent: Int, to text: inout ValueBuilder<UInt8>
  ) {
    if exponent < 0 { digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: -exponent), at: 0) }
    let integerCount = max(exponent, 0) + 1
    while digits.count < integerCount + 1 { digits.append(UInt8(ascii: "0")) }
    for (index, digit) in digits.enumerated() {
      if index == integerCount { text.append(UInt8(ascii: ".")) }
      text.append(digit)
    }
  }
}
