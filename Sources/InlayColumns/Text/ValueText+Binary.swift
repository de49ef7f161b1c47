public import InlayBytes

extension ValueText {
  /// Reads two hexadecimal digits a byte, adds the bytes to `value` and returns true; on any other text adds
  /// nothing and returns false.
  public static func parseBinary(_ bytes: RawSpan, to value: inout ValueBuilder<UInt8>) -> Bool {
    let start = value.count
    guard bytes.byteCount % 2 == 0 else { return false }
    for index in stride(from: 0, to: bytes.byteCount, by: 2) {
      guard let high = HexadecimalDigits.value(of: bytes.byte(at: index)),
        let low = HexadecimalDigits.value(of: bytes.byte(at: index + 1))
      else {
        value.truncate(to: start)
        return false
      }
      value.append(high << 4 | low)
    }
    return true
  }

  /// Writes two hexadecimal digits for each byte of a binary value.
  public static func append(binary bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    for index in 0..<bytes.byteCount {
      let byte = bytes.byte(at: index)
      text.append(HexadecimalDigits.digit(of: byte >> 4))
      text.append(HexadecimalDigits.digit(of: byte & 15))
    }
  }
}
