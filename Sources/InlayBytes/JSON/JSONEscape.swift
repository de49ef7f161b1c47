/// What the escapes of JSON strings stand for (RFC 8259, section 7).
package enum JSONEscape {
  /// Returns the byte that a letter behind a backslash stands for; nil for `u`, and for letters that JSON does not have.
  package static func byte(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Returns the number that four hexadecimal digits from `offset` on say; nil where there are none.
  package static func codeUnit(_ bytes: RawSpan, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.byteCount else { return nil }
    var value: UInt32 = 0
    for index in offset..<offset + 4 {
      guard let digit = HexadecimalDigits.value(of: bytes.byte(at: index)) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Returns the character that two halves of a surrogate pair stand for; nil for what is no pair.
  package static func scalar(high: UInt32, low: UInt32) -> Unicode.Scalar? {
    guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }
}
