public import InlayBytes

extension ValueText {
  /// How a timestamp is written, for those who choose a type by looking at texts.
  public struct TimestampForm: Hashable, Sendable {
    /// The digits of the fraction of a second, 0 to 9.
    public let fractionDigits: Int
    /// Whether a zone or `Z` is written.
    public let hasZone: Bool
    /// Whether a time of day is written; a date alone means midnight.
    public let hasTime: Bool

    /// The coarsest unit that holds all digits of the fraction.
    public var unit: TimeUnit { fractionDigits <= 3 ? .millis : fractionDigits <= 6 ? .micros : .nanos }
  }

  /// Tells how a timestamp is written, or nil when the text is none; every text that
  /// ``parseTimestamp(_:unit:isUTC:)`` reads has a form.
  public static func timestampForm(_ bytes: RawSpan) -> TimestampForm? {
    guard let (_, clock, hasTime) = reading(bytes) else { return nil }
    return TimestampForm(
      fractionDigits: clock.fractionDigits, hasZone: clock.offset != nil, hasTime: hasTime)
  }

  /// Reads a timestamp as the number of `unit`s since 1970-01-01T00:00:00.
  ///
  /// A timestamp is a date, alone for midnight or followed by `T` or a space and `HH:mm[:ss[.fraction]]`, and then
  /// a zone or none: `Z`, ` UTC`, `±HH`, `±HHmm` or `±HH:mm`. A zone makes the text one for UTC types only; a text
  /// without a zone is taken as UTC by them. A fraction that the unit is too coarse for, or a moment outside what
  /// 64 bits hold, is not a value of the type. A leap second is not one either.
  public static func parseTimestamp(_ bytes: RawSpan, unit: TimeUnit, isUTC: Bool) -> Int64? {
    guard let (day, clock, _) = reading(bytes), isUTC || clock.offset == nil,
      let fraction = clock.fraction(in: unit)
    else { return nil }
    let seconds = day.daysSinceEpoch * 86_400 + clock.seconds - (clock.offset ?? 0)
    // In 128 bits, because the first moment of the range lies in a second that begins before it.
    return Int64(exactly: Int128(seconds) * Int128(unit.perSecond) + Int128(fraction))
  }

  private static func reading(_ bytes: RawSpan) -> (CalendarDay, ClockReading, hasTime: Bool)? {
    if let day = usualDay(bytes), let clock = usualClock(bytes),
      bytes.byte(at: 10) == UInt8(ascii: "T") || bytes.byte(at: 10) == UInt8(ascii: " ")
    {
      return (day, clock, true)
    }
    var cursor = TextCursor(bytes)
    guard let day = day(&cursor) else { return nil }
    if cursor.isAtEnd { return (day, ClockReading(), false) }
    guard cursor.skip(UInt8(ascii: "T")) || cursor.skip(UInt8(ascii: " ")),
      var clock = ClockReading(&cursor), clock.readZone(&cursor)
    else { return nil }
    return (day, clock, true)
  }

  /// Reads a time of day, `HH:mm[:ss[.fraction]]`, as the number of `unit`s since midnight.
  public static func parseTime(_ bytes: RawSpan, unit: TimeUnit) -> Int64? {
    var cursor = TextCursor(bytes)
    guard let clock = ClockReading(&cursor), cursor.isAtEnd, let fraction = clock.fraction(in: unit) else {
      return nil
    }
    return clock.seconds * unit.perSecond + fraction
  }

  /// Writes a timestamp with as many digits of fraction as its unit has, and `Z` when it is a moment.
  public static func append(
    timestamp value: Int64, unit: TimeUnit, isUTC: Bool, to text: inout ValueBuilder<UInt8>
  ) {
    let seconds = value.dividedDown(by: unit.perSecond)
    let days = seconds.dividedDown(by: 86_400)
    append(CalendarDay(daysSinceEpoch: days), to: &text)
    text.append(UInt8(ascii: "T"))
    // Wrapping, because the first second of the range begins before it; the difference is small and right.
    let fraction = value &- seconds &* unit.perSecond
    append(clock: seconds - days * 86_400, fraction: fraction, unit: unit, to: &text)
    if isUTC { text.append(UInt8(ascii: "Z")) }
  }

  /// Writes a time of day. A number that is no time of day is written with a sign or with more hours than a day has.
  public static func append(time value: Int64, unit: TimeUnit, to text: inout ValueBuilder<UInt8>) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    let (seconds, fraction) = value.magnitude.quotientAndRemainder(dividingBy: unit.perSecond.magnitude)
    append(clock: Int64(seconds), fraction: Int64(fraction), unit: unit, to: &text)
  }

  private static func append(
    clock seconds: Int64, fraction: Int64, unit: TimeUnit, to text: inout ValueBuilder<UInt8>
  ) {
    append((seconds / 3_600).magnitude, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append((seconds / 60 % 60).magnitude, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append((seconds % 60).magnitude, digits: 2, to: &text)
    text.append(UInt8(ascii: "."))
    append(fraction.magnitude, digits: unit.fractionDigits, to: &text)
  }
}
