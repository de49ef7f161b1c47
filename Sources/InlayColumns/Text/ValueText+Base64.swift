public import InlayBytes

extension ValueText {
  /// Writes a binary value in base64 with padding (RFC 4648, section 4).
  public static func append(base64 bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    for start in stride(from: 0, to: bytes.byteCount, by: 3) {
      let count = Swift.min(3, bytes.byteCount - start)
      var group: UInt32 = 0
      for index in 0..<3 { group = group << 8 | (index < count ? UInt32(bytes.byte(at: start + index)) : 0) }
      for index in 0..<4 {
        let value = UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * index) & 63)
        text.append(index <= count ? base64Digit(value) : UInt8(ascii: "="))
      }
    }
  }

  /// Reads base64 with padding or without, adds the bytes to `value` and returns true; on any other text adds nothing
  /// and returns false.
  public static func parseBase64(_ bytes: RawSpan, to value: inout ValueBuilder<UInt8>) -> Bool {
    var end = bytes.byteCount
    if end % 4 == 0 {
      for _ in 0..<2 where end > 0 && bytes.byte(at: end - 1) == UInt8(ascii: "=") { end -= 1 }
    }
    let start = value.count
    var group: UInt32 = 0
    for index in 0..<end {
      guard let digit = base64Value(bytes.byte(at: index)) else {
        value.truncate(to: start)
        return false
      }
      group = group << 6 | UInt32(digit)
      // After the second digit of four there are 12 bits, and each further digit completes a byte.
      let bits = index % 4 * 6 + 6
      if bits >= 12 { value.append(UInt8(truncatingIfNeeded: group >> UInt32(6 - (index % 4) * 2))) }
    }
    guard end % 4 != 1 else {
      value.truncate(to: start)
      return false
    }
    return true
  }

  private static func base64Digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: UInt8(ascii: "A") + value
    case 26..<52: UInt8(ascii: "a") + value - 26
    case 52..<62: UInt8(ascii: "0") + value - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
