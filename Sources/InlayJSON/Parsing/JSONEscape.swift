import InlayBytes

/// The escapes of JSON strings (RFC 8259, section 7).
enum JSONEscape {
  /// Adds what a string means to `text`: its bytes, which the lexer has checked, with its escapes taken out.
  ///
  /// A half of a surrogate pair without the other becomes U+FFFD.
  static func append(unescaped bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    var offset = 0
    while offset < bytes.byteCount {
      let byte = bytes.byte(at: offset)
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < bytes.byteCount else {
        text.append(byte)
        continue
      }
      let letter = bytes.byte(at: offset)
      offset += 1
      if letter == UInt8(ascii: "u") {
        append(scalar(bytes, at: &offset), to: &text)
      } else {
        text.append(plain(letter))
      }
    }
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Reads the digits of an escape, and those of the other half of a pair when they follow.
  private static func scalar(_ bytes: RawSpan, at offset: inout Int) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = number(bytes, at: offset) else { return replacement }
    offset += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 6 <= bytes.byteCount, bytes.byte(at: offset) == UInt8(ascii: "\\"),
      bytes.byte(at: offset + 1) == UInt8(ascii: "u"), let second = number(bytes, at: offset + 2),
      (0xDC00...0xDFFF).contains(second)
    else { return replacement }
    offset += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private static func number(_ bytes: RawSpan, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.byteCount else { return nil }
    var value: UInt32 = 0
    for index in offset..<offset + 4 {
      guard let digit = digit(bytes.byte(at: index)) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout ValueBuilder<UInt8>) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
  }
}
