import InlayBytes

/// Writes booleans as runs and bit-packed groups, with their length before them in pages of either version
/// (Encodings.md, "RLE").
enum BooleanRunEncoder {
  /// Appends values.
  ///
  /// - Parameters:
  ///   - plain: The values in their plain encoding, which is what bit-packed groups of one bit are made of.
  ///   - count: The number of values.
  static func encode(_ plain: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) {
    let start = output.count
    output.append(littleEndian: UInt32(0))
    // Safe: a byte has no padding, and any bits are one.
    LevelEncoder.encode(Span<UInt8>(_bytes: plain), count: count, into: &output)
    let byteCount = UInt32(output.count - start - 4)
    for byte in 0..<4 { output[start + byte] = UInt8(truncatingIfNeeded: byteCount >> UInt32(byte * 8)) }
  }
}
