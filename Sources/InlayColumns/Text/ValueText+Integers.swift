public import InlayBytes

extension ValueText {
  /// Reads `true` or `false` in any letter case.
  public static func parseBoolean(_ bytes: RawSpan) -> Bool? {
    let cursor = TextCursor(bytes)
    if cursor.isAt(word: "true") { return true }
    return cursor.isAt(word: "false") ? false : nil
  }

  /// Reads a whole number of 64 bits, with a sign or without.
  public static func parseInt64(_ bytes: RawSpan) -> Int64? {
    if let number = usualInteger(bytes) { return number }
    var cursor = TextCursor(bytes)
    let isNegative = cursor.skipSign()
    guard let magnitude = magnitude(&cursor) else { return nil }
    if !isNegative { return Int64(exactly: magnitude) }
    return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
  }

  /// Reads a whole number of 64 bits that is not negative.
  public static func parseUInt64(_ bytes: RawSpan) -> UInt64? {
    var cursor = TextCursor(bytes)
    _ = cursor.skip(UInt8(ascii: "+"))
    return magnitude(&cursor)
  }

  /// Reads a whole number of any width up to 64 bits.
  @inlinable
  public static func parseInteger<Integer: FixedWidthInteger>(
    _ bytes: RawSpan, as type: Integer.Type = Integer.self
  ) -> Integer? {
    Integer.isSigned
      ? parseInt64(bytes).flatMap { Integer(exactly: $0) }
      : parseUInt64(bytes).flatMap { Integer(exactly: $0) }
  }

  /// Reads digits up to the end.
  private static func magnitude(_ cursor: inout TextCursor) -> UInt64? {
    let count = cursor.bytes.byteCount - cursor.position
    guard count > 0 else { return nil }
    var number: UInt64 = 0
    // 19 digits always fit; those that follow are checked.
    for _ in 0..<Swift.min(count, 19) {
      guard let digit = cursor.digit() else { return nil }
      number = number &* 10 &+ UInt64(digit)
    }
    while !cursor.isAtEnd {
      guard let digit = cursor.digit() else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      number = sum
    }
    return number
  }

  /// Writes `true` or `false`.
  public static func append(_ value: Bool, to text: inout ValueBuilder<UInt8>) {
    text.append(utf8: value ? "true" : "false")
  }

  /// Writes a whole number.
  public static func append(_ value: Int64, to text: inout ValueBuilder<UInt8>) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    append(value.magnitude, to: &text)
  }

  /// Writes a whole number, with zeros before it up to `digits` digits.
  public static func append(_ value: UInt64, digits: Int = 1, to text: inout ValueBuilder<UInt8>) {
    let start = text.count
    var rest = value
    while rest > 0 || text.count - start < digits {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      text.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    }
    reverse(&text, from: start)
  }

  /// Turns around the digits that were written last digit first.
  static func reverse(_ text: inout ValueBuilder<UInt8>, from start: Int) {
    var first = start
    var last = text.count - 1
    while first < last {
      let byte = text[first]
      text[first] = text[last]
      text[last] = byte
      first += 1
      last -= 1
    }
  }
}
