#if Zstd
import CZstd
import InlayBytes

/// Decompresses Zstandard's frames; the context is made once and used for every page.
@safe
final class ZstdDecompressor {
  // Safe: made in `init`, freed in `deinit`, and only this object has it.
  private let context: OpaquePointer

  init() throws {
    guard let context = unsafe ZSTD_createDCtx() else {
      throw InlayError(.io, "zstd cannot allocate its context; free some memory")
    }
    unsafe self.context = unsafe context
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    // The densest block repeats a byte 128 Ki times and takes 4 bytes.
    guard count >> 15 <= bytes.byteCount else { throw Self.broken }
    try output.append(count: count) { room throws(InlayError) in
      let produced = unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { source in
          // Safe: zstd reads within the source and writes within the room; it takes all frames that are there.
          unsafe ZSTD_decompressDCtx(context, room.baseAddress, room.count, source.baseAddress, source.count)
        }
      }
      guard ZSTD_isError(produced) == 0 else { throw Self.broken }
      guard produced == count else { throw PageDecompressor.wrongCount(count, actual: produced) }
    }
  }

  private static var broken: InlayError {
    InlayError(.corrupt, "the page's bytes are not Zstandard's, or hold more than its header says")
  }
}
#endif
