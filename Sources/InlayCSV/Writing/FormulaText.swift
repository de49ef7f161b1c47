import InlayBytes

/// Texts that a spreadsheet computes instead of showing them, and what keeps it from that.
enum FormulaText {
  /// What makes a cell a text, whatever comes behind it.
  static let mark = UInt8(ascii: "'")

  private static let signs = Set("=+-@\t\r".utf8)
  /// The wide forms of the signs `=`, `+`, `-` and `@`, in UTF-8.
  private static let wideSigns: Set<UInt64> = [0xEF_BC9D, 0xEF_BC8B, 0xEF_BC8D, 0xEF_BCA0]

  /// Whether a cell with this text would be computed; a number with its sign is only shown.
  static func isFormula(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount > 0 else { return false }
    if signs.contains(bytes.byte(at: 0)) { return !isNumber(bytes) }
    guard bytes.byteCount >= 3 else { return false }
    let first = (0..<3).reduce(UInt64(0)) { $0 << 8 | UInt64(bytes.byte(at: $1)) }
    return wideSigns.contains(first)
  }

  /// Whether the text is a sign, digits with at most one point among them, and perhaps an exponent.
  private static func isNumber(_ bytes: RawSpan) -> Bool {
    guard bytes.byte(at: 0) == UInt8(ascii: "-") || bytes.byte(at: 0) == UInt8(ascii: "+") else {
      return false
    }
    var position = 1
    let whole = digits(of: bytes, at: &position)
    var fraction = 0
    if position < bytes.byteCount, bytes.byte(at: position) == UInt8(ascii: ".") {
      position += 1
      fraction = digits(of: bytes, at: &position)
    }
    guard whole + fraction > 0 else { return false }
    guard position < bytes.byteCount else { return true }
    guard bytes.byte(at: position) | 0x20 == UInt8(ascii: "e") else { return false }
    position += 1
    if position < bytes.byteCount, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes.byte(at: position)) {
      position += 1
    }
    return digits(of: bytes, at: &position) > 0 && position == bytes.byteCount
  }

  /// Passes over digits and returns their number.
  private static func digits(of bytes: RawSpan, at position: inout Int) -> Int {
    let start = position
    while position < bytes.byteCount,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes.byte(at: position))
    {
      position += 1
    }
    return position - start
  }
}
