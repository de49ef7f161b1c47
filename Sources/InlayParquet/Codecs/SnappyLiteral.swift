import InlayBytes

/// Snappy's form of bytes that it cannot make smaller: one literal of all of them
/// (format_description.txt, sections 1 and 2.1). Readers copy it at the speed of memory, or not at all.
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

  /// Returns where the `count` bytes are that `bytes` stand for when they are one literal; nil for any other form, well
  /// formed or not.
  static func range(in bytes: RawSpan, count: Int) -> Range<Int>? {
    guard count > 0, let start = try? Snappy.tagOffset(bytes, count: count), start < bytes.byteCount else {
      return nil
    }
    let tag = bytes.byte(at: start)
    let extra = Swift.max(0, Int(tag >> 2) - 59)
    // The last bytes are the literal's, so that its length needs no more than to be `count`.
    let first = start + 1 + extra
    guard tag & 3 == 0, bytes.byteCount - first == count else { return nil }
    var length = extra == 0 ? Int(tag >> 2) : 0
    for index in 0..<extra { length |= Int(bytes.byte(at: start + 1 + index)) << (index * 8) }
    return length == count - 1 ? first..<bytes.byteCount : nil
  }
}
