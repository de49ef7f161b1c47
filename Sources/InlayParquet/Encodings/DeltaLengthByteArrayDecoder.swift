import InlayBytes

/// Decodes byte arrays whose lengths stand in front of all of them, as differences (Encodings.md, Delta-length byte
/// array). Nothing is copied: the values lie in the page as a reader wants them.
enum DeltaLengthByteArrayDecoder {
  /// Returns the wanted values.
  static func read(_ values: EncodedValues) throws -> ConcatenatedByteArrays {
    let bytes = values.bytes
    var lengths = try ByteArrayLengths(bytes)
    let available = bytes.byteCount - lengths.end
    let skipped = try lengths.skip(values.skippedCount)
    let wanted = try lengths.read(values.count)
    guard skipped <= available, wanted.sum <= available - skipped else { throw PlainDecoder.tooShort }
    return ConcatenatedByteArrays(
      buffer: values.buffer, start: values.byteRange.lowerBound + lengths.end + skipped, lengths: wanted)
  }
}
