import InlayBytes

/// LZ4 in the two codecs of the format: LZ4_RAW, which is one block, and the deprecated LZ4, whose framing was never
/// specified (Compression.md, "LZ4").
enum LZ4 {
  /// Decompresses one block.
  static func decompressRaw(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    try checkDensity(bytes, count)
    try output.append(count: count) { room throws(InlayError) in
      guard let produced = LZ4BlockDecoder.decode(bytes, into: &room, from: 0) else { throw broken }
      guard produced == count else { throw PageDecompressor.wrongCount(count, actual: produced) }
    }
  }

  /// Decompresses what the deprecated codec may hold, told by its contents: Hadoop's framing, frames, or one block.
  static func decompressDeprecated(
    _ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>
  ) throws {
    try checkDensity(bytes, count)
    try output.append(count: count) { room throws(InlayError) in
      guard
        LZ4Hadoop.decode(bytes, into: &room) == count || LZ4Frame.decode(bytes, into: &room) == count
          || LZ4BlockDecoder.decode(bytes, into: &room, from: 0) == count
      else { throw broken }
    }
  }

  /// Refuses a count that bytes of this length cannot hold: no byte stands for more than 255.
  private static func checkDensity(_ bytes: RawSpan, _ count: Int) throws {
    guard count / 255 <= bytes.byteCount else { throw broken }
  }

  private static var broken: InlayError {
    InlayError(.corrupt, "the page's bytes are not LZ4's, or hold another number than its header says")
  }
}
