import InlayBytes
import InlayColumns

extension EncodedValues {
  /// Writes the views of the wanted BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY values to the front of `room`.
  ///
  /// - Parameters:
  ///   - fixedLength: The length of every value of a fixed-length type.
  ///   - isText: Whether all values must be UTF-8.
  ///   - buffers: Gets the buffer that the views refer to.
  func readViews(
    fixedLength: Int?, isText: Bool, into room: inout MutableSpan<ByteView>, _ buffers: inout PageBuffers
  ) throws {
    guard encoding == .plain else {
      let values = try concatenated(fixedLength: fixedLength)
      values.readViews(into: &room, buffer: buffers.add(values.buffer))
      if isText { try values.requireUTF8() }
      return
    }
    var decoder = PlainByteArrayDecoder(bytes, fixedLength: fixedLength)
    try decoder.skip(skippedCount)
    let start = decoder
    try decoder.read(count, into: &room, buffer: buffers.next, base: byteRange.lowerBound)
    // Views hold short values themselves. Bits that no single length has may keep a page for nothing.
    if fixedLength ?? Int(decoder.lengthBits) > ByteView.inlineCapacity { _ = buffers.add(buffer) }
    if isText { try start.requireUTF8(count, upTo: decoder) }
  }

  /// Calls `body` with the bytes of each wanted value.
  func forEachByteArray(fixedLength: Int?, _ body: (RawSpan) throws -> Void) throws {
    guard encoding == .plain else { return try concatenated(fixedLength: fixedLength).forEach(body) }
    var decoder = PlainByteArrayDecoder(bytes, fixedLength: fixedLength)
    try decoder.skip(skippedCount)
    try decoder.forEach(count, body)
  }

  /// Decodes values in an encoding that leaves nothing between them.
  private func concatenated(fixedLength: Int?) throws -> ConcatenatedByteArrays {
    switch (encoding, fixedLength) {
    // A page of nulls only may have no bytes at all.
    case (.deltaLengthByteArray, nil) where count == 0, (.deltaByteArray, _) where count == 0: return .none
    case (.deltaLengthByteArray, nil): return try DeltaLengthByteArrayDecoder.read(self)
    case (.deltaByteArray, let length):
      var decoder = try DeltaByteArrayDecoder(bytes, byteLimit: limits.pageByteCount)
      try decoder.skip(skippedCount)
      let values = try decoder.read(count)
      if let length { try values.requireLengths(length) }
      return values
    case (.byteStreamSplit, let length?): return try ByteStreamSplitDecoder.read(self, width: length)
    default: throw refusal
    }
  }
}
