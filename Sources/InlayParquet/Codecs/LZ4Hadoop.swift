import InlayBytes

/// The framing of LZ4 that Hadoop's codecs write, with all lengths in big-endian order: the number of bytes before
/// compression, then blocks, each behind its length, until they hold that many bytes; and so on to the end.
///
/// The format never said that the codec LZ4 has it (Compression.md, "LZ4"); parquet-java and Arrow write it.
enum LZ4Hadoop {
  /// The bytes of both lengths before a block.
  static let headerByteCount = 8

  /// Decodes all of `bytes` into `room`; returns the number of bytes, or nil when this is another framing, is broken or
  /// does not fit.
  static func decode(_ bytes: RawSpan, into room: inout MutableSpan<UInt8>) -> Int? {
    var (position, end) = (0, 0)
    while position < bytes.byteCount {
      guard let count = takeLength(bytes, &position), count <= room.count - end else { return nil }
      let wanted = end + count
      repeat {
        // Nothing may be written without a block.
        if count == 0, position == bytes.byteCount { break }
        guard let length = takeLength(bytes, &position), length <= bytes.byteCount - position else {
          return nil
        }
        let block = bytes.extracting(position..<position + length)
        guard let next = LZ4BlockDecoder.decode(block, into: &room, from: end), next <= wanted else {
          return nil
        }
        (position, end) = (position + length, next)
      } while end < wanted
    }
    return end
  }

  /// The most bytes that one block stands for: Hadoop's reader gives every block a room of 256 KiB.
  ///
  /// Some other readers take one block a page only, so that pages are kept below that where they can be.
  static let blockByteCount = 1 << 18

  /// Appends `bytes` as blocks, each with both lengths before it; no bytes are one block.
  static func compress(
    _ bytes: RawSpan, with encoder: LZ4BlockEncoder, into output: inout ValueBuilder<UInt8>
  ) {
    var position = 0
    repeat {
      let end = min(bytes.byteCount, position + blockByteCount)
      appendBlock(bytes.extracting(position..<end), with: encoder, into: &output)
      position = end
    } while position < bytes.byteCount
  }

  private static func appendBlock(
    _ bytes: RawSpan, with encoder: LZ4BlockEncoder, into output: inout ValueBuilder<UInt8>
  ) {
    let start = output.count
    output.append(repeating: 0, count: headerByteCount)
    encoder.compress(bytes, into: &output)
    let compressedByteCount = output.count - start - headerByteCount
    for (offset, length) in [(0, bytes.byteCount), (4, compressedByteCount)] {
      for place in 0..<4 {
        output[start + offset + place] = UInt8(truncatingIfNeeded: length >> (24 - 8 * place))
      }
    }
  }

  /// Reads a big-endian length; nil when less than its four bytes are left.
  private static func takeLength(_ bytes: RawSpan, _ position: inout Int) -> Int? {
    guard bytes.byteCount - position >= 4 else { return nil }
    defer { position += 4 }
    return (0..<4).reduce(0) { $0 << 8 | Int(bytes.byte(at: position + $1)) }
  }
}
