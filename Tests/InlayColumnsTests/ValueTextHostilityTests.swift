import InlayBytes
import InlayColumns
import Testing

@Suite("Values as text, hostile")
struct ValueTextHostilityTests {
  /// Bytes that stand in values, and some that do not.
  private static let alphabet = Array("0012999-+.:TZ eEUTCnaifty\0\u{FF}".utf8)

  @Test("No text makes a parser trap, and what is read is written and read again as the same value")
  func anyText() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var text = ValueBuilder<UInt8>()
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        text.append(Self.alphabet.randomElement(using: &generator) ?? 0)
      }
      let bytes = text.rawSpan
      let integer = ValueText.parseInt64(bytes)
      if let integer {
        #expect(again({ ValueText.append(integer, to: &$0) }, ValueText.parseInt64) == integer)
      }
      let double = ValueText.parseDouble(bytes)
      if let double, !double.isNaN {
        #expect(again({ ValueText.append(double, to: &$0) }, ValueText.parseDouble) == double)
      }
      let decimal = ValueText.parseDecimal(bytes, precision: 38, scale: 9)
      if let decimal {
        let copy = again({ ValueText.append(decimal: decimal, scale: 9, to: &$0) }) {
          ValueText.parseDecimal($0, precision: 38, scale: 9)
        }
        #expect(copy == decimal)
      }
      _ = ValueText.parseUInt64(bytes)
      _ = ValueText.parseFloat(bytes)
      _ = ValueText.parseBoolean(bytes)
      _ = ValueText.parseDate(bytes)
      _ = ValueText.parseTime(bytes, unit: .nanos)
      _ = ValueText.parseTimestamp(bytes, unit: .nanos, isUTC: true)
      _ = ValueText.timestampForm(bytes)
      _ = ValueText.decimalForm(bytes)
    }
  }

  @Test("A timestamp with anything put into it is read as it was, or not at all")
  func brokenTimestamps() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var text = Array("2020-09-25T13:30:00.123456789+02:00".utf8)
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let place = Int.random(in: 0..<text.count, using: &generator)
        text[place] = Self.alphabet.randomElement(using: &generator) ?? 0
      }
      let values = Values<UInt8>(text)
      let bytes = values.rawSpan
      let form = ValueText.timestampForm(bytes)
      let value = ValueText.parseTimestamp(bytes, unit: .nanos, isUTC: true)
      #expect(value == nil || form != nil)
      guard let value else { continue }
      let copy = again({ ValueText.append(timestamp: value, unit: .nanos, isUTC: true, to: &$0) }) {
        ValueText.parseTimestamp($0, unit: .nanos, isUTC: true)
      }
      #expect(copy == value)
    }
  }

  private func again<Value>(
    _ write: (inout ValueBuilder<UInt8>) -> Void, _ read: (RawSpan) -> Value?
  ) -> Value? {
    var text = ValueBuilder<UInt8>()
    write(&text)
    let bytes = text.rawSpan
    return read(bytes)
  }
}
