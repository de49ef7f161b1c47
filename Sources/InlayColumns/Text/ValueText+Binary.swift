public import InlayBytes

extension ValueText {
  /// Reads two hexadecimal digits a byte, adds the bytes to `value` and returns true; on any other text adds
  /// nothing and returns false.
  public static func parseBinary(_ bytes: RawSpan, to value: inout ValueBuilder<UInt8>) -> Bool {
    let start = value.count
    guard bytes.byteCount % 2 == 0 else { return false }
    for index in stride(from: 0, to: bytes.byteCount, by: 2) {
      guard let high = hexadecimal(bytes.byte(at: index)), let low = hexadecimal(bytes.byte(at: index + 1))
      else {
        value.truncate(to: start)
        return false
      }
      value.append(high << 4 | low)
    }
    return true
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Writes two hexadecimal digits for each byte of a binary value.
  public static func append(binary bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    for index in 0..<bytes.byteCount {
      let byte = bytes.byte(at: index)
      text.append(hexadecimalDigit(byte >> 4))
      text.append(hexadecimalDigit(byte & 15))
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
