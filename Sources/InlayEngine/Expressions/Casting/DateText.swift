import InlayBytes
import InlayColumns

/// Reads days from texts as Spark's cast does.
enum DateText {
  /// Reads `yyyy`, `yyyy-M` or `yyyy-M-d`, the last one with anything behind a space or a `T`, as days since 1970-01-01.
  ///
  /// A year has four to seven digits and perhaps a sign, a month and a day one or two digits.
  static func days(_ bytes: RawSpan) -> Int32? {
    let text = bytes.trimmedBlanks
    guard text.byteCount > 0 else { return nil }
    let isNegative = text.byte(at: 0) == UInt8(ascii: "-")
    var offset = isNegative || text.byte(at: 0) == UInt8(ascii: "+") ? 1 : 0
    var parts: (year: Int64, month: Int64, day: Int64) = (1, 1, 1)
    var (part, number, digits) = (0, Int64(0), 0)
    while offset < text.byteCount {
      let byte = text.byte(at: offset)
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") { break }
      offset += 1
      if byte.isDecimalDigit {
        number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        digits += 1
        if digits > 7 { return nil }
        continue
      }
      guard byte == UInt8(ascii: "-"), part < 2, isPart(part, digits) else { return nil }
      if part == 0 { parts.year = number } else { parts.month = number }
      (part, number, digits) = (part + 1, 0, 0)
    }
    guard isPart(part, digits), part == 2 || offset == text.byteCount else { return nil }
    switch part {
    case 0: parts.year = number
    case 1: parts.month = number
    default: parts.day = number
    }
    let year = isNegative ? -parts.year : parts.year
    return CalendarDay(year: year, month: parts.month, day: parts.day).flatMap {
      Int32(exactly: $0.daysSinceEpoch)
    }
  }

  private static func isPart(_ part: Int, _ digits: Int) -> Bool {
    part == 0 ? (4...7).contains(digits) : (1...2).contains(digits)
  }
}
