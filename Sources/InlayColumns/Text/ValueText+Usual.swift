import InlayBytes

/// The usual forms of values, read without a cursor: columns of a file hold millions of them. What is not of these
/// forms, wrong values among it, is left to the careful parsers, which must agree on what is.
extension ValueText {
  /// Returns the digit at an offset; a number above 9 when there is none.
  @inline(__always)
  private static func digit(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    // Safe: the callers compared the offset with the number of bytes.
    unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self) &- UInt8(ascii: "0")
  }

  /// Reads one to eighteen digits, which 64 bits always hold, with a minus or without.
  @inline(__always)
  static func usualInteger(_ bytes: RawSpan) -> Int64? {
    let count = bytes.byteCount
    guard count > 0 else { return nil }
    let isNegative = bytes.byte(at: 0) == UInt8(ascii: "-")
    var offset = isNegative ? 1 : 0
    guard count > offset, count &- offset <= 18 else { return nil }
    var number: Int64 = 0
    while offset < count {
      let digit = digit(bytes, offset)
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int64(digit)
      offset &+= 1
    }
    return isNegative ? 0 &- number : number
  }

  /// Reads at most 15 digits, with a point among them or without, and a minus before them or not.
  ///
  /// Both the digits and the power of ten are exact in a double, so one operation rounds once (Clinger, 1990).
  @inline(__always)
  static func usualDouble(_ bytes: RawSpan) -> Double? {
    let count = bytes.byteCount
    guard count > 0 else { return nil }
    let isNegative = bytes.byte(at: 0) == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard count > start, count &- start <= 16 else { return nil }
    var number: Int64 = 0
    var power = 1.0
    var point = -1
    for offset in start..<count {
      let digit = digit(bytes, offset)
      if digit <= 9 {
        number = number &* 10 &+ Int64(digit)
        if point >= 0 { power *= 10 }
      } else {
        guard digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), point < 0 else { return nil }
        point = offset
      }
    }
    let digitCount = count &- start &- (point < 0 ? 0 : 1)
    guard digitCount > 0 && digitCount <= 15 else { return nil }
    let value = Double(number) / power
    return isNegative ? -value : value
  }

  /// Reads two digits; a number above 99 when there are none.
  @inline(__always)
  private static func pair(_ bytes: RawSpan, _ offset: Int) -> Int64 {
    let tens = digit(bytes, offset)
    let ones = digit(bytes, offset &+ 1)
    return tens <= 9 && ones <= 9 ? Int64(tens) &* 10 &+ Int64(ones) : 100
  }

  /// Reads `yyyy-MM-dd` at the start.
  @inline(__always)
  static func usualDay(_ bytes: RawSpan) -> CalendarDay? {
    guard bytes.byteCount >= 10, bytes.byte(at: 4) == UInt8(ascii: "-"),
      bytes.byte(at: 7) == UInt8(ascii: "-")
    else { return nil }
    let century = pair(bytes, 0)
    let year = pair(bytes, 2)
    guard century < 100 && year < 100 else { return nil }
    return CalendarDay(year: century &* 100 &+ year, month: pair(bytes, 5), day: pair(bytes, 8))
  }

  /// Reads `HH:mm:ss` up to the end, with `Z` or ` UTC` after it or nothing, from the byte 11 on.
  @inline(__always)
  static func usualClock(_ bytes: RawSpan) -> ClockReading? {
    let count = bytes.byteCount
    guard count == 19 || count == 20 || count == 23 else { return nil }
    let hour = pair(bytes, 11)
    let minute = pair(bytes, 14)
    let second = pair(bytes, 17)
    guard hour < 24, minute < 60, second < 60, bytes.byte(at: 13) == UInt8(ascii: ":"),
      bytes.byte(at: 16) == UInt8(ascii: ":")
    else { return nil }
    var clock = ClockReading()
    clock.seconds = hour &* 3_600 &+ minute &* 60 &+ second
    if count == 19 { return clock }
    clock.offset = 0
    if count == 20 { return bytes.byte(at: 19) == UInt8(ascii: "Z") ? clock : nil }
    let isUTC =
      bytes.byte(at: 19) == UInt8(ascii: " ") && bytes.byte(at: 20) == UInt8(ascii: "U")
      && bytes.byte(at: 21) == UInt8(ascii: "T") && bytes.byte(at: 22) == UInt8(ascii: "C")
    return isUTC ? clock : nil
  }
}
