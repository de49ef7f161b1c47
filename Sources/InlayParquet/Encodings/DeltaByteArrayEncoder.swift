import InlayBytes

/// Writes for each value how many bytes it has in common with the value before, and the rest (Encodings.md,
/// "DELTA_BYTE_ARRAY").
enum DeltaByteArrayEncoder {
  /// Appends values.
  ///
  /// - Parameters:
  ///   - plain: The values in their plain encoding.
  ///   - count: The number of values.
  ///   - fixedLength: The length of every value; nil when each has its own before it.
  static func encode(
    _ plain: RawSpan, count: Int, fixedLength: Int?, into output: inout ValueBuilder<UInt8>
  ) {
    var prefixes = ValueBuilder<Int32>(capacity: count)
    var suffixes = ValueBuilder<Int32>(capacity: count)
    var cursor = PlainByteArrayCursor(fixedLength: fixedLength)
    var previous = 0..<0
    for _ in 0..<count {
      let value = cursor.next(in: plain)
      let prefix = plain.extracting(previous).commonPrefixCount(with: plain.extracting(value))
      prefixes.append(Int32(prefix))
      suffixes.append(Int32(value.count - prefix))
      previous = value
    }
    DeltaBinaryPackedEncoder.encode(prefixes.rawSpan, as: Int32.self, into: &output)
    DeltaBinaryPackedEncoder.encode(suffixes.rawSpan, as: Int32.self, into: &output)
    cursor = PlainByteArrayCursor(fixedLength: fixedLength)
    for index in 0..<count {
      let value = plain.extracting(cursor.next(in: plain))
      output.append(bytes: value.extracting(droppingFirst: Int(prefixes[index])))
    }
  }
}

extension RawSpan {
  /// Returns how many bytes two values have in common from the first on; O(byteCount).
  func commonPrefixCount(with other: RawSpan) -> Int {
    let common = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while common &- offset >= 8 {
      // Safe: eight bytes are left in both.
      let mine = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self).littleEndian
      let theirs = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        .littleEndian
      if mine != theirs { return offset + (mine ^ theirs).trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < common && byte(at: offset) == other.byte(at: offset) { offset &+= 1 }
    return offset
  }
}
