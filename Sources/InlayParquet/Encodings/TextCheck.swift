import InlayBytes

/// Checks that the values of a text column are UTF-8.
enum TextCheck {
  /// Returns whether all bytes are ASCII; O(byteCount) at vector speed.
  static func isASCII(_ bytes: RawSpan) -> Bool {
    var seen: UInt64 = 0
    var offset = 0
    while bytes.byteCount &- offset >= 8 {
      // Safe: eight bytes are left, by the loop's condition.
      seen |= unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    while offset < bytes.byteCount {
      seen |= UInt64(bytes.byte(at: offset))
      offset &+= 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  /// Returns whether the bytes are UTF-8.
  static func isUTF8(_ bytes: RawSpan) -> Bool {
    isASCII(bytes) || (try? UTF8Span(validating: Span<UInt8>(_bytes: bytes))) != nil
  }
}
