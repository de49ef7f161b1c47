import CSnappy
import InlayBytes

/// libsnappy, which checks all input itself.
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

  static func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    var actual = 0
    let status = unsafe withCharacters(bytes) { source in
      unsafe snappy_uncompressed_length(source, bytes.byteCount, &actual)
    }
    guard status == SNAPPY_OK else { throw broken }
    guard actual == count else { throw PageDecompressor.wrongCount(count, actual: actual) }
    // The densest element copies 64 bytes and takes 3.
    guard count / 22 <= bytes.byteCount else { throw broken }
    try output.append(count: count) { room throws(InlayError) in
      let status = unsafe room.withUnsafeMutableBytes { room in
        var written = count
        // Safe: snappy writes at most `written` bytes, which the room has, and checks every copy it makes.
        return unsafe withCharacters(bytes) { source in
          unsafe snappy_uncompress(
            source, bytes.byteCount, room.baseAddress?.assumingMemoryBound(to: CChar.self), &written)
        }
      }
      guard status == SNAPPY_OK else { throw broken }
    }
  }

  private static var broken: InlayError { InlayError(.corrupt, "the page's bytes are not Snappy's") }

  private static func withCharacters<Result>(
    _ bytes: RawSpan, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBytes { unsafe body($0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
  }
}
