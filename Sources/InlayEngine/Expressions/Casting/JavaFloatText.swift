import InlayBytes

/// A text of a floating-point number in one of the forms that Java reads: decimal or hexadecimal digits with an
/// exponent, a letter `d` or `f` behind them, or `NaN` or `Infinity` with a sign.
struct JavaFloatText {
  /// The text as Swift reads it.
  private let text: String

  /// Takes a text of such a form, without spaces at its ends.
  init?(_ bytes: RawSpan) {
    guard bytes.byteCount > 0, bytes.byteCount < 10_000 else { return nil }
    // Safe: the pointer does not leave this closure.
    let whole = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    var rest = Substring(whole)
    let sign = rest.first == "-" ? "-" : ""
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    if rest == "NaN" || rest == "Infinity" {
      text = rest == "NaN" ? "nan" : sign + "inf"
      return
    }
    let isHexadecimal = rest.hasPrefix("0x") || rest.hasPrefix("0X")
    let digits = Self.withoutSuffix(rest)
    guard isHexadecimal ? Self.isHexadecimal(digits) : Self.isDecimal(digits) else { return nil }
    text = sign + digits.lowercased()
  }

  var double: Double? { Double(text) }
  var float: Float? { Float(text) }

  private static func withoutSuffix(_ text: Substring) -> Substring {
    guard let last = text.last, "dDfF".contains(last) else { return text }
    // The last digit of a hexadecimal number is no suffix, but its exponent is decimal.
    return text.dropLast()
  }

  private static func isDecimal(_ text: Substring) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    return isMantissa(parts[0], \.isDecimalDigit) && (parts.count == 1 || isExponent(parts[1]))
  }

  private static func isHexadecimal(_ text: Substring) -> Bool {
    let parts = text.dropFirst(2).split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "p" || $0 == "P"
    }
    return parts.count == 2 && isMantissa(parts[0], \.isHexadecimalDigit) && isExponent(parts[1])
  }

  private static func isMantissa(_ text: Substring, _ isDigit: (UInt8) -> Bool) -> Bool {
    let digits = text.utf8.count(where: isDigit)
    let points = text.utf8.count { $0 == UInt8(ascii: ".") }
    return digits > 0 && points <= 1 && digits + points == text.utf8.count
  }

  private static func isExponent(_ text: Substring) -> Bool {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    return !digits.isEmpty && digits.utf8.allSatisfy(\.isDecimalDigit)
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9`.
  var isDecimalDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
  /// Whether the byte is one of `0` to `9` and `a` to `f` in any letter case.
  var isHexadecimalDigit: Bool { isDecimalDigit || (self | 0x20) &- UInt8(ascii: "a") <= 5 }
}
