import CInlayKernels
import CSnappy
import InlayBytes

/// Snappy's form of bytes (format_description.txt): libsnappy writes that of texts, and kernels of our own that of words
/// of 64 bits, and read both.
enum Snappy {
  static func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    let start = output.count
    var written = snappy_max_compressed_length(bytes.byteCount)
    output.append(count: written) { room in
      _ = unsafe room.withUnsafeMutableBytes { room in
        // Safe: the room has the size that snappy asks for, and snappy reads within the source only.
        unsafe withCharacters(bytes) { source in
          unsafe snappy_compress(
            source, bytes.byteCount, room.baseAddress?.assumingMemoryBound(to: CChar.self), &written)
        }
      }
    }
    output.truncate(to: start + written)
  }

  /// Compresses bytes that end in words of 64 bits, such as integers, moments and doubles.
  ///
  /// Finds only what words share at the same places with others that are near, and is several times as fast.
  static func compressWords(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    output.append(varint: UInt64(bytes.byteCount))
    let start = output.count
    var written = 0
    output.append(count: bytes.byteCount + bytes.byteCount / 6 + 32) { room in
      // Safe: the room has the size that the kernel asks for, which reads within the source only.
      written = unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { source in
          unsafe inlay_snappy_compress_words(
            source.baseAddress?.assumingMemoryBound(to: UInt8.self), source.count,
            room.baseAddress?.assumingMemoryBound(to: UInt8.self))
        }
      }
    }
    output.truncate(to: start + written)
  }

  static func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    let tags = bytes.extracting(droppingFirst: try tagOffset(bytes, count: count))
    // The densest element copies 64 bytes and takes 3.
    guard count / 22 <= bytes.byteCount else { throw broken }
    try output.append(count: count) { room throws(InlayError) in
      let isWhole = unsafe room.withUnsafeMutableBytes { room in
        // Safe: the kernel stays within the bytes of both, whatever the tags say.
        unsafe tags.withUnsafeBytes { tags in
          unsafe inlay_snappy_expand(
            tags.baseAddress?.assumingMemoryBound(to: UInt8.self), tags.count,
            room.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
        }
      }
      guard isWhole else { throw broken }
    }
  }

  /// Reads the length that precedes the tags, which must be `count`, and returns where they begin.
  static func tagOffset(_ bytes: RawSpan, count: Int) throws(InlayError) -> Int {
    var actual = 0
    for index in 0..<Swift.min(5, bytes.byteCount) {
      let byte = bytes.byte(at: index)
      actual |= Int(byte & 0x7F) << (index * 7)
      guard byte < 0x80 else { continue }
      guard actual <= UInt32.max else { throw broken }
      guard actual == count else { throw PageDecompressor.wrongCount(count, actual: actual) }
      return index + 1
    }
    throw broken
  }

  private static var broken: InlayError { InlayError(.corrupt, "the page's bytes are not Snappy's") }

  private static func withCharacters<Result>(
    _ bytes: RawSpan, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBytes { unsafe body($0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
  }
}
