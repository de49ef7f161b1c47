import InlayBytes
import InlayColumns

/// Reads and writes moments as Spark's casts do.
enum TimestampText {
  /// Reads a moment as microseconds since 1970-01-01.
  ///
  /// The forms are those of ``DateText`` without anything behind, or a date of three parts, a space or a `T`, and
  /// `H[:m[:s[.fraction][zone]]]`, each part of one or two digits. What a fraction has beyond microseconds is left out.
  ///
  /// - Parameter ignoresZone: Whether the clock's reading is wanted, whatever the zone.
  static func micros(_ bytes: RawSpan, ignoresZone: Bool) -> Int64? {
    let text = bytes.trimmedBlanks
    guard let parts = TimestampParts(text),
      let day = CalendarDay(year: parts.year, month: parts.month, day: parts.day),
      parts.hour < 24, parts.minute < 60, parts.second < 60
    else { return nil }
    var seconds = day.daysSinceEpoch * 86_400 + parts.hour * 3_600 + parts.minute * 60 + parts.second
    if let start = parts.zoneStart {
      guard let offset = ZoneText.offset(text.extracting(droppingFirst: start)) else { return nil }
      if !ignoresZone { seconds -= offset }
    }
    return Int64(exactly: Int128(seconds) * 1_000_000 + Int128(parts.micros))
  }

  /// Writes `yyyy-MM-dd HH:mm:ss`, and as many digits of a fraction as there are without zeros at the end.
  static func append(_ micros: Int64, to text: inout ValueBuilder<UInt8>) {
    let seconds = micros.dividedDown(by: 1_000_000)
    let days = seconds.dividedDown(by: 86_400)
    // At most 2⁶³ microseconds are some 10⁸ days.
    ValueText.append(date: Int32(truncatingIfNeeded: days), to: &text)
    text.append(UInt8(ascii: " "))
    let clock = UInt64(seconds &- days &* 86_400)
    ValueText.append(clock / 3_600, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    ValueText.append(clock / 60 % 60, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    ValueText.append(clock % 60, digits: 2, to: &text)
    let fraction = UInt64(micros &- seconds &* 1_000_000)
    guard fraction > 0 else { return }
    text.append(UInt8(ascii: "."))
    ValueText.append(fraction, digits: 6, to: &text)
    while text[text.count - 1] == UInt8(ascii: "0") { text.truncate(to: text.count - 1) }
  }
}

/// The numbers that a text of a moment is made of.
struct TimestampParts {
  private(set) var year: Int64 = 1
  private(set) var month: Int64 = 1
  private(set) var day: Int64 = 1
  private(set) var hour: Int64 = 0
  private(set) var minute: Int64 = 0
  private(set) var second: Int64 = 0
  private(set) var micros: Int64 = 0
  /// Where the zone begins; nil when none is written.
  private(set) var zoneStart: Int?

  /// Which of the numbers is read: 0 for the year, 5 for the second, 6 for the fraction.
  private var part = 0
  private var number: Int64 = 0
  private var digits = 0

  /// Reads a text without blanks at its ends.
  init?(_ text: RawSpan) {
    guard text.byteCount > 0 else { return nil }
    let isNegative = text.byte(at: 0) == UInt8(ascii: "-")
    var offset = isNegative || text.byte(at: 0) == UInt8(ascii: "+") ? 1 : 0
    while offset < text.byteCount, zoneStart == nil {
      let byte = text.byte(at: offset)
      if byte.isDecimalDigit {
        take(byte - UInt8(ascii: "0"))
      } else {
        guard end(at: byte, offset) else { return nil }
      }
      offset += 1
    }
    if zoneStart == nil, !endNumber() { return nil }
    if isNegative { year = -year }
  }

  private mutating func take(_ digit: UInt8) {
    digits += 1
    // Six digits of a fraction count, and more than six make no other number: the check of the digits says so.
    if digits <= 6 { number = number * 10 + Int64(digit) }
  }

  /// Ends a number at what follows it; false where it must not follow.
  private mutating func end(at byte: UInt8, _ offset: Int) -> Bool {
    switch (part, byte) {
    case (0...1, UInt8(ascii: "-")), (2, UInt8(ascii: " ")), (2, UInt8(ascii: "T")),
      (3...4, UInt8(ascii: ":")), (5, UInt8(ascii: ".")):
      guard endNumber() else { return false }
      part += 1
      return true
    case (5...6, _):
      guard endNumber() else { return false }
      zoneStart = offset
      return true
    default: return false
    }
  }

  private mutating func endNumber() -> Bool {
    switch part {
    case 0: guard (4...6).contains(digits) else { return false }
    case 6: for _ in min(digits, 6)..<6 { number *= 10 }
    default: guard (1...2).contains(digits) else { return false }
    }
    switch part {
    case 0: year = number
    case 1: month = number
    case 2: day = number
    case 3: hour = number
    case 4: minute = number
    case 5: second = number
    default: micros = number
    }
    (number, digits) = (0, 0)
    return true
  }
}
