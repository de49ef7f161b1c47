#if Brotli
import CBrotli
import InlayBytes

/// Decompresses Brotli's streams (RFC 7932), each with a decoder of its own: the library cannot reset one.
enum BrotliDecompressor {
  /// What is made room for at first; a stream of a few bytes may hold 16 MiB, or claim to.
  private static let firstByteCount = 1 << 16

  static func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    guard let decoder = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else {
      throw InlayError(.io, "Brotli cannot allocate its decoder; free some memory")
    }
    defer { unsafe BrotliDecoderDestroyInstance(decoder) }
    var (consumed, produced) = (0, 0)
    var result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
    // The memory doubles as it fills up, so that it is never far from what the bytes really hold.
    while result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT {
      guard produced < count || consumed == 0 else { throw broken }
      let step = Swift.min(count - produced, Swift.max(firstByteCount, 16 * bytes.byteCount, produced))
      let before = output.count
      var roomLeft = 0
      output.append(count: step) { room in
        let rest = bytes.extracting(droppingFirst: consumed)
        let left = unsafe proceed(decoder, rest, into: &room, &result)
        (consumed, roomLeft) = (bytes.byteCount - left.source, left.room)
      }
      output.truncate(to: before + step - roomLeft)
      produced += step - roomLeft
    }
    guard result == BROTLI_DECODER_RESULT_SUCCESS, consumed == bytes.byteCount else { throw broken }
    guard produced == count else { throw PageDecompressor.wrongCount(count, actual: produced) }
  }

  /// Decodes until the source ends or the room is full; returns what is left of both.
  @unsafe
  private static func proceed(
    _ decoder: OpaquePointer, _ source: RawSpan, into room: inout MutableSpan<UInt8>,
    _ result: inout BrotliDecoderResult
  ) -> (source: Int, room: Int) {
    var (sourceLeft, roomLeft) = (source.byteCount, room.count)
    result = unsafe room.withUnsafeMutableBufferPointer { room in
      unsafe source.withUnsafeBytes { source in
        // Safe: Brotli reads `sourceLeft` bytes and writes `roomLeft`, which are the sizes of the two buffers.
        var input = unsafe source.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var output = room.baseAddress
        return unsafe BrotliDecoderDecompressStream(decoder, &sourceLeft, &input, &roomLeft, &output, nil)
      }
    }
    return (sourceLeft, roomLeft)
  }

  private static var broken: InlayError {
    InlayError(.corrupt, "the page's bytes are not Brotli's, or hold more than its header says")
  }
}
#endif
