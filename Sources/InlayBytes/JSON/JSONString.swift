/// The form of strings in JSON texts.
package enum JSONString {
  /// Writes a text in quotes, with what JSON does not allow between them escaped (RFC 8259, section 7).
  ///
  /// DEL is escaped too: it may stand in a JSON string, but a terminal that shows the text would act on it.
  package static func append(quoted bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    text.append(UInt8(ascii: "\""))
    var plain = 0
    for index in 0..<bytes.byteCount {
      let byte = bytes.byte(at: index)
      guard needsEscape(byte) else { continue }
      text.append(bytes: bytes.extracting(plain..<index))
      append(escaped: byte, to: &text)
      plain = index + 1
    }
    text.append(bytes: bytes.extracting(droppingFirst: plain))
    text.append(UInt8(ascii: "\""))
  }

  /// Writes a text in quotes.
  package static func append(quoted string: String, to text: inout ValueBuilder<UInt8>) {
    var bytes = ValueBuilder<UInt8>()
    bytes.append(utf8: string)
    append(quoted: bytes.rawSpan, to: &text)
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func append(escaped byte: UInt8, to text: inout ValueBuilder<UInt8>) {
    text.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case 0x0A: text.append(UInt8(ascii: "n"))
    case 0x0D: text.append(UInt8(ascii: "r"))
    case 0x09: text.append(UInt8(ascii: "t"))
    default: text.append(utf8: (byte < 0x10 ? "u000" : "u00") + String(byte, radix: 16))
    }
  }
}
