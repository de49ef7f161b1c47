import InlayBytes

/// Writes the lengths of all values as differences, then their bytes (Encodings.md, "DELTA_LENGTH_BYTE_ARRAY").
enum DeltaLengthByteArrayEncoder {
  /// Appends values.
  ///
  /// - Parameters:
  ///   - plain: The values in their plain encoding: each with its length before it.
  ///   - count: The number of values.
  static func encode(_ plain: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) {
    var lengths = ValueBuilder<Int32>(capacity: count)
    var cursor = PlainByteArrayCursor(fixedLength: nil)
    for _ in 0..<count { lengths.append(Int32(cursor.next(in: plain).count)) }
    DeltaBinaryPackedEncoder.encode(lengths.rawSpan, as: Int32.self, into: &output)
    cursor = PlainByteArrayCursor(fixedLength: nil)
    for _ in 0..<count { output.append(bytes: plain.extracting(cursor.next(in: plain))) }
  }
}
