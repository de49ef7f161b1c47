import InlayBytes
import InlayColumns

/// Reads and writes decimals as Java's `BigDecimal` does.
enum DecimalText {
  /// Reads a number with or without an exponent as units of a decimal type, rounded with halves away from zero; nil for
  /// any other text, and for too many digits before the point.
  static func units(_ bytes: RawSpan, in shape: DecimalDigits) -> Int128? {
    let text = bytes.trimmedSpaces
    guard let form = Form(text) else { return nil }
    let isNegative = text.byte(at: 0) == UInt8(ascii: "-")
    // How many digits are kept: those before the last one of the type.
    let kept = form.digitCount + form.exponent + shape.scale
    guard form.digitCount > 0, kept >= 0 else { return 0 }
    guard kept <= DecimalDigits.limit, let units = form.units(of: text, keeping: kept) else { return nil }
    guard units.magnitude < DecimalNumber.power(shape.precision).magnitude else { return nil }
    return isNegative ? -units : units
  }

  /// Writes a number; with an exponent where it is below a millionth.
  static func append(_ units: Int128, scale: Int, to text: inout ValueBuilder<UInt8>) {
    let digits = String(units.magnitude)
    let exponent = digits.utf8.count - 1 - scale
    guard exponent < -6 else { return ValueText.append(decimal: units, scale: scale, to: &text) }
    if units < 0 { text.append(UInt8(ascii: "-")) }
    text.append(utf8: String(digits.prefix(1)))
    if digits.utf8.count > 1 { text.append(utf8: "." + digits.dropFirst()) }
    text.append(utf8: "E\(exponent)")
  }

  /// What a text of a number says: digits, and the power of ten that they are multiplied by.
  private struct Form {
    /// Where the first digit that is not 0 stands.
    var start = 0
    /// The number of digits from there on, the point not counted.
    var digitCount = 0
    /// The power of ten of the last digit.
    var exponent = 0

    /// Reads `[sign]digits[.digits][e[sign]digits]`.
    init?(_ text: RawSpan) {
      var offset = text.isSign(at: 0) ? 1 : 0
      var (isAfterPoint, hasDigits) = (false, false)
      while offset < text.byteCount {
        let byte = text.byte(at: offset)
        if byte.isDecimalDigit {
          hasDigits = true
          if isAfterPoint { exponent -= 1 }
          if digitCount == 0 { start = offset }
          if digitCount > 0 || byte != UInt8(ascii: "0") { digitCount += 1 }
        } else if byte == UInt8(ascii: "."), !isAfterPoint {
          isAfterPoint = true
        } else {
          break
        }
        offset += 1
      }
      guard hasDigits else { return nil }
      if offset == text.byteCount { return }
      guard text.byte(at: offset) | 0x20 == UInt8(ascii: "e"),
        let power = Self.power(text, from: offset + 1)
      else { return nil }
      exponent += power
    }

    private static func power(_ text: RawSpan, from start: Int) -> Int? {
      var offset = text.isSign(at: start) ? start + 1 : start
      guard offset < text.byteCount, text.byteCount - offset <= 10 else { return nil }
      var power = 0
      while offset < text.byteCount {
        guard text.byte(at: offset).isDecimalDigit else { return nil }
        power = power * 10 + Int(text.byte(at: offset) - UInt8(ascii: "0"))
        offset += 1
      }
      return Int32(exactly: text.byte(at: start) == UInt8(ascii: "-") ? -power : power).map { Int($0) }
    }

    /// Returns the first digits as a number, zeros behind them when there are too few; rounded up when the next one is
    /// 5 or more.
    func units(of text: RawSpan, keeping kept: Int) -> Int128? {
      var units: Int128 = 0
      var (seen, offset) = (0, start)
      while seen < kept {
        var digit: UInt8 = 0
        if seen < digitCount {
          if text.byte(at: offset) == UInt8(ascii: ".") { offset += 1 }
          digit = text.byte(at: offset) - UInt8(ascii: "0")
          offset += 1
        }
        units = units * 10 + Int128(digit)
        seen += 1
      }
      guard kept < digitCount else { return units }
      if text.byte(at: offset) == UInt8(ascii: ".") { offset += 1 }
      return text.byte(at: offset) >= UInt8(ascii: "5") ? units + 1 : units
    }
  }
}

extension RawSpan {
  /// Whether a byte is there and a sign.
  fileprivate func isSign(at offset: Int) -> Bool {
    guard offset < byteCount else { return false }
    return byte(at: offset) == UInt8(ascii: "-") || byte(at: offset) == UInt8(ascii: "+")
  }
}
