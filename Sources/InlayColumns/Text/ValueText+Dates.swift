public import InlayBytes

extension ValueText {
  /// Reads a date, `yyyy-MM-dd`, as days since 1970-01-01.
  ///
  /// A year has four digits, or a sign and four to nine.
  public static func parseDate(_ bytes: RawSpan) -> Int32? {
    if bytes.byteCount == 10, let day = usualDay(bytes) {
      return Int32(truncatingIfNeeded: day.daysSinceEpoch)
    }
    var cursor = TextCursor(bytes)
    guard let day = day(&cursor), cursor.isAtEnd else { return nil }
    return Int32(exactly: day.daysSinceEpoch)
  }

  static func day(_ cursor: inout TextCursor) -> CalendarDay? {
    guard let year = year(&cursor), cursor.skip(UInt8(ascii: "-")), let month = cursor.number(digits: 2),
      cursor.skip(UInt8(ascii: "-")), let day = cursor.number(digits: 2)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func year(_ cursor: inout TextCursor) -> Int64? {
    let start = cursor.position
    let isNegative = cursor.skipSign()
    let hasSign = cursor.position > start
    guard var year = cursor.number(digits: 4) else { return nil }
    var more = 0
    while hasSign, more < 5, let digit = cursor.digit() {
      year = year * 10 + Int64(digit)
      more += 1
    }
    return isNegative ? -year : year
  }

  /// Writes the date that is so many days after 1970-01-01.
  public static func append(date days: Int32, to text: inout ValueBuilder<UInt8>) {
    append(CalendarDay(daysSinceEpoch: Int64(days)), to: &text)
  }

  static func append(_ day: CalendarDay, to text: inout ValueBuilder<UInt8>) {
    if day.year < 0 { text.append(UInt8(ascii: "-")) }
    if day.year > 9_999 { text.append(UInt8(ascii: "+")) }
    append(day.year.magnitude, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(day.month.magnitude, digits: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(day.day.magnitude, digits: 2, to: &text)
  }
}
