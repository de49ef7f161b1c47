import InlayBytes

extension JSONEscape {
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
        text.append(Self.byte(of: letter) ?? letter)
      }
    }
  }

  /// Reads the digits of an escape, and those of the other half of a pair when they follow.
  private static func scalar(_ bytes: RawSpan, at offset: inout Int) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = codeUnit(bytes, at: offset) else { return replacement }
    offset += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard offset + 6 <= bytes.byteCount, bytes.byte(at: offset) == UInt8(ascii: "\\"),
      bytes.byte(at: offset + 1) == UInt8(ascii: "u"), let second = codeUnit(bytes, at: offset + 2),
      let scalar = scalar(high: first, low: second)
    else { return replacement }
    offset += 6
    return scalar
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout ValueBuilder<UInt8>) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
  }
}
