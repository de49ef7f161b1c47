import InlayBytes

/// Snappy's form of bytes that it cannot make smaller: one literal of all of them
/// (format_description.txt, sections 1 and 2.1). Readers copy it at the speed of memory.
enum SnappyLiteral {
  /// Appends the literal form of `bytes`, which are less than 2³¹.
  static func append(_ bytes: RawSpan, to output: inout ValueBuilder<UInt8>) {
    let count = bytes.byteCount
    output.append(varint: UInt64(count))
    guard count > 0 else { return }
    // The tag says that the length less one follows in four bytes.
    output.append(63 << 2)
    output.append(littleEndian: UInt32(count - 1))
    output.append(bytes: bytes)
  }
}
