import InlayBytes

/// Turns the values of a page from the plain encoding, in which they are collected, into another one.
struct ValueEncoder: Sendable {
  let physical: PhysicalType
  /// The bytes of a value of fixed length.
  let byteWidth: Int?

  /// Appends values in an encoding that is one of ``PhysicalType/pageEncodings``.
  ///
  /// - Parameters:
  ///   - page: Holds the values in their plain encoding, from `start` on.
  ///   - count: The number of values.
  func encode(
    _ page: borrowing ValueBuilder<UInt8>, from start: Int, count: Int, as encoding: Encoding,
    into output: inout ValueBuilder<UInt8>
  ) {
    let plain = page.rawSpan.extracting(droppingFirst: start)
    switch (encoding, physical) {
    case (.deltaBinaryPacked, .int32):
      DeltaBinaryPackedEncoder.encode(plain, as: Int32.self, into: &output)
    case (.deltaBinaryPacked, .int64):
      DeltaBinaryPackedEncoder.encode(plain, as: Int64.self, into: &output)
    case (.deltaLengthByteArray, .byteArray):
      DeltaLengthByteArrayEncoder.encode(plain, count: count, into: &output)
    case (.deltaByteArray, .byteArray):
      DeltaByteArrayEncoder.encode(plain, count: count, fixedLength: nil, into: &output)
    case (.deltaByteArray, .fixedLengthByteArray):
      DeltaByteArrayEncoder.encode(plain, count: count, fixedLength: byteWidth, into: &output)
    case (.byteStreamSplit, _):
      ByteStreamSplitEncoder.encode(plain, byteWidth: byteWidth ?? 1, into: &output)
    case (.rle, .boolean):
      BooleanRunEncoder.encode(plain, count: count, into: &output)
    default:
      precondition(encoding == .plain, "the options were checked against the schema")
      output.append(bytes: plain)
    }
  }
}
