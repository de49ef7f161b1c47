/// What the part of a text after a date says: a time of day, and perhaps a zone.
struct ClockReading {
  /// The seconds since midnight.
  var seconds: Int64 = 0
  /// The digits of the fraction of a second, without the zeros that end it, as a number.
  var fraction: Int64 = 0
  /// How many digits the fraction is written with.
  var fractionDigits = 0
  /// How many of them are left when the zeros at the end are taken away.
  var significantDigits = 0
  /// The seconds that the zone is ahead of UTC; nil when no zone is written.
  var offset: Int64?

  /// Midnight.
  init() {}

  /// Reads `HH:mm[:ss[.fraction]]` with at most nine digits of fraction.
  init?(_ cursor: inout TextCursor) {
    guard let hour = cursor.number(digits: 2), hour < 24, cursor.skip(UInt8(ascii: ":")),
      let minute = cursor.number(digits: 2), minute < 60
    else { return nil }
    seconds = hour * 3_600 + minute * 60
    guard cursor.skip(UInt8(ascii: ":")) else { return }
    guard let second = cursor.number(digits: 2), second < 60 else { return nil }
    seconds += second
    if cursor.skip(UInt8(ascii: ".")), !readFraction(&cursor) { return nil }
  }

  private mutating func readFraction(_ cursor: inout TextCursor) -> Bool {
    var zeros = 0
    while let digit = cursor.digit() {
      fractionDigits += 1
      if fractionDigits > 9 { return false }
      zeros += 1
      guard digit != 0 else { continue }
      for _ in 1..<zeros { fraction *= 10 }
      fraction = fraction * 10 + Int64(digit)
      significantDigits = fractionDigits
      zeros = 0
    }
    return fractionDigits > 0
  }

  /// Reads `Z`, ` UTC`, `±HH`, `±HHmm` or `±HH:mm` up to the end, or nothing at the end; returns whether it could.
  mutating func readZone(_ cursor: inout TextCursor) -> Bool {
    if cursor.isAtEnd { return true }
    if cursor.byte == UInt8(ascii: "+") || cursor.byte == UInt8(ascii: "-") {
      offset = Self.offset(&cursor)
      return offset != nil && cursor.isAtEnd
    }
    offset = 0
    if cursor.skip(UInt8(ascii: "Z")) { return cursor.isAtEnd }
    return cursor.skip(UInt8(ascii: " ")) && cursor.skip(UInt8(ascii: "U"))
      && cursor.skip(UInt8(ascii: "T")) && cursor.skip(UInt8(ascii: "C")) && cursor.isAtEnd
  }

  private static func offset(_ cursor: inout TextCursor) -> Int64? {
    let isNegative = cursor.skipSign()
    guard let hours = cursor.number(digits: 2), hours < 24 else { return nil }
    var offset = hours * 3_600
    if !cursor.isAtEnd {
      _ = cursor.skip(UInt8(ascii: ":"))
      guard let minutes = cursor.number(digits: 2), minutes < 60 else { return nil }
      offset += minutes * 60
    }
    return isNegative ? -offset : offset
  }

  /// Returns the fraction counted in `unit`; nil when the unit is too coarse for it.
  func fraction(in unit: TimeUnit) -> Int64? {
    guard significantDigits <= unit.fractionDigits else { return nil }
    var units = fraction
    for _ in significantDigits..<unit.fractionDigits { units *= 10 }
    return units
  }
}
