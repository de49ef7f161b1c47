import InlayBytes
import InlayColumns
import Testing

@Suite("Dates and times as text")
struct ValueTextTimeTests {
  private func parsing<Value>(_ text: String, _ parse: (RawSpan) -> Value?) -> Value? {
    var builder = ValueBuilder<UInt8>()
    builder.append(utf8: text)
    let buffer = builder.freeze().buffer
    let bytes = buffer.bytes
    return parse(bytes)
  }

  private func text(_ format: (inout ValueBuilder<UInt8>) -> Void) -> String {
    var bytes = ValueBuilder<UInt8>()
    format(&bytes)
    return String(decoding: (0..<bytes.count).map { bytes[$0] }, as: UTF8.self)
  }

  @Test(
    "Known dates have known day numbers",
    arguments: [
      ("1970-01-01", Int32(0)), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2020-09-25", 18_530),
      ("1900-03-01", -25_508), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("0000-03-01", -719_468),
      ("-0001-12-31", -719_529), ("+10000-01-01", 2_932_897), ("-5877641-06-23", .min),
      ("+5881580-07-11", .max),
    ])
  func knownDates(written: String, days: Int32) {
    #expect(parsing(written, ValueText.parseDate) == days)
    #expect(text { ValueText.append(date: days, to: &$0) } == written)
  }

  @Test("Every day of 800 years reads back, and the days follow each other")
  func allDates() {
    var previous = ""
    for days in Int32(-150_000)...Int32(150_000) {
      let written = text { ValueText.append(date: days, to: &$0) }
      let read = parsing(written, ValueText.parseDate)
      if read != days || written <= previous {
        Issue.record("day \(days) is written \(written)")
        return
      }
      previous = written
    }
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "2020", "2020-1-1", "2020-13-01", "2020-00-10", "2020-01-00", "2020-04-31", "2021-02-29",
      "1900-02-29",
      "2020-09-25 ", "2020/09/25", "20200925", "12020-01-01", "+5881580-07-12", "2020-09-25T00:00",
      "a020-01-01",
      "+1000000000-01-01",
    ])
  func noDates(written: String) { #expect(parsing(written, ValueText.parseDate) == nil) }

  @Test("Timestamps at the limits of every unit read back")
  func timestampLimits() {
    for unit in TimeUnit.allCases {
      for value in [Int64.min, .min + 1, -unit.perSecond, -1, 0, 1, unit.perSecond, 1_601_000_000_123, .max] {
        for isUTC in [true, false] {
          let written = text { ValueText.append(timestamp: value, unit: unit, isUTC: isUTC, to: &$0) }
          #expect(
            parsing(written) { ValueText.parseTimestamp($0, unit: unit, isUTC: isUTC) } == value, "\(written)"
          )
        }
      }
    }
    let last = "+292278994-08-17T07:12:55.807Z"
    #expect(text { ValueText.append(timestamp: .max, unit: .millis, isUTC: true, to: &$0) } == last)
    let beyond = "+292278994-08-17T07:12:55.808Z"
    #expect(parsing(beyond) { ValueText.parseTimestamp($0, unit: .millis, isUTC: true) } == nil)
  }

  @Test(
    "A moment is read from each of its forms",
    arguments: [
      "2020-09-25T13:30:00Z", "2020-09-25 13:30:00 UTC", "2020-09-25 13:30", "2020-09-25T13:30:00.000000",
      "2020-09-25T15:30:00+02:00", "2020-09-25T15:30:00.0+0200", "2020-09-25T11:30-02", "2020-09-25T13:30:00",
      "2020-09-26T13:15+23:45",
    ])
  func momentForms(written: String) {
    #expect(
      parsing(written) { ValueText.parseTimestamp($0, unit: .millis, isUTC: true) } == 1_601_040_600_000)
  }

  @Test(
    "What is no timestamp is refused",
    arguments: [
      "", "2020-09-25T", "2020-09-25 ", "2020-09-25T24:00", "2020-09-25T13:60", "2020-09-25T23:59:60",
      "2020-09-25T13", "2020-09-25T13:30:00.", "2020-09-25T13:30:00.1234567891", "2020-09-25  13:30",
      "2020-09-25T13:30:00 utc", "2020-09-25T13:30:00 Z", "2020-09-25T13:30:00+2", "2020-09-25T13:30:00+02:",
      "2020-09-25T13:30:00ZZ", "2020-09-25Z", "2020-09-25T13:30:00+24:00",
    ])
  func noTimestamps(written: String) {
    #expect(parsing(written) { ValueText.parseTimestamp($0, unit: .nanos, isUTC: true) } == nil)
    #expect(parsing(written, ValueText.timestampForm) == nil)
  }

  @Test("A wall-clock reading has no zone, and a fraction is never rounded")
  func wallClock() {
    let read: (String, TimeUnit) -> Int64? = { text, unit in
      parsing(text) { ValueText.parseTimestamp($0, unit: unit, isUTC: false) }
    }
    #expect(read("1970-01-02", .millis) == 86_400_000)
    #expect(read("1970-01-01T00:00:00.001", .millis) == 1)
    #expect(read("1970-01-01T00:00:00.0010", .millis) == 1)
    #expect(read("1970-01-01T00:00:00.0011", .millis) == nil)
    #expect(read("1970-01-01T00:00:00.0011", .micros) == 1_100)
    #expect(read("1970-01-01T00:00:00.000000009", .nanos) == 9)
    for text in ["1970-01-01T00:00:00Z", "1970-01-01T00:00 UTC", "1970-01-01T00:00:00+01"] {
      #expect(read(text, .millis) == nil)
    }
  }

  @Test("The form of a timestamp tells its digits and its zone")
  func forms() throws {
    let plain = try #require(parsing("2020-09-25T13:30:00.1200", ValueText.timestampForm))
    #expect(plain.fractionDigits == 4 && !plain.hasZone && plain.hasTime && plain.unit == .micros)
    let zoned = try #require(parsing("2020-09-25 00:00:00 UTC", ValueText.timestampForm))
    #expect(zoned.fractionDigits == 0 && zoned.hasZone && zoned.unit == .millis)
    let date = try #require(parsing("2020-09-25", ValueText.timestampForm))
    #expect(!date.hasTime && !date.hasZone)
  }

  @Test("Times of day read back; a number that is none is still written")
  func times() {
    for unit in TimeUnit.allCases {
      for value in [0, 1, unit.perSecond * 86_399, unit.perSecond * 86_400 - 1] {
        let written = text { ValueText.append(time: value, unit: unit, to: &$0) }
        #expect(parsing(written) { ValueText.parseTime($0, unit: unit) } == value, "\(written)")
      }
    }
    #expect(parsing("13:30") { ValueText.parseTime($0, unit: .millis) } == 48_600_000)
    for written in ["", "13", "1:30", "24:00", "13:30Z", "13:30:00.0001"] {
      #expect(parsing(written) { ValueText.parseTime($0, unit: .millis) } == nil)
    }
    #expect(text { ValueText.append(time: -1, unit: .millis, to: &$0) } == "-00:00:00.001")
    #expect(
      text { ValueText.append(time: .min, unit: .nanos, to: &$0) } == "-2562047:47:16.854775808")
  }
}
