#if Brotli
import CBrotli
import InlayBytes

/// Compresses into Brotli's streams (RFC 7932).
enum BrotliCompressor {
  static func compress(_ bytes: RawSpan, level: Int, into output: inout ValueBuilder<UInt8>) throws {
    let start = output.count
    var written = BrotliEncoderMaxCompressedSize(bytes.byteCount)
    try output.append(count: written) { room throws(InlayError) in
      let status = unsafe room.withUnsafeMutableBufferPointer { room in
        unsafe bytes.withUnsafeBytes { source in
          // Safe: Brotli reads within the source and writes at most `written` bytes, which the room has.
          unsafe BrotliEncoderCompress(
            Int32(level), BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, source.count,
            source.baseAddress?.assumingMemoryBound(to: UInt8.self), &written, room.baseAddress)
        }
      }
      // The room is what Brotli asks for, so nothing else can fail than its memory.
      guard status == BROTLI_TRUE else {
        throw InlayError(
          .io, "Brotli cannot allocate its encoder; free some memory or lower the compression level")
      }
    }
    output.truncate(to: start + written)
  }
}
#endif
