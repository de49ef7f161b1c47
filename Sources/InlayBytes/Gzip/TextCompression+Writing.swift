extension TextCompression {
  /// The bytes to write for a part of a text: a gzip member of its own, or the part itself.
  ///
  /// Members that stand one after the other are one gzip file (RFC 1952, 2.2), so parts can be compressed by different
  /// threads.
  package func encoded(_ part: consuming ValueBuilder<UInt8>) -> Buffer {
    guard self == .gzip else { return part.freeze().buffer }
    let deflater = GzipDeflater(level: 6)
    var members = ValueBuilder<UInt8>(capacity: part.count / 3 + 64)
    let bytes = part.rawSpan
    var start = 0
    repeat {
      let count = Swift.min(bytes.byteCount - start, 1 << 30)
      deflater.compress(bytes.extracting(start..<start + count), into: &members)
      start += count
    } while start < bytes.byteCount
    return members.freeze().buffer
  }
}
