import InlayBytes

/// Writes the first bytes of all values, then their second bytes, and so on: bytes that are alike come together
/// (Encodings.md, "BYTE_STREAM_SPLIT").
enum ByteStreamSplitEncoder {
  /// Appends values.
  ///
  /// - Parameters:
  ///   - plain: The values in their plain encoding.
  ///   - byteWidth: The bytes of a value, at least 1.
  static func encode(_ plain: RawSpan, byteWidth: Int, into output: inout ValueBuilder<UInt8>) {
    let count = plain.byteCount / byteWidth
    precondition(plain.byteCount == count * byteWidth)
    output.append(count: plain.byteCount) { room in
      for place in 0..<byteWidth {
        for index in 0..<count {
          // Safe: a value's place is below the bytes of all values, and the room has as many.
          let byte = unsafe plain.unsafeLoad(
            fromUncheckedByteOffset: index &* byteWidth &+ place, as: UInt8.self)
          unsafe room[unchecked: place &* count &+ index] = byte
        }
      }
    }
  }
}
