#if Zstd
import CZstd
import InlayBytes

/// Compresses into Zstandard's frames; the context is made once and used for every page.
@safe
final class ZstdCompressor {
  // Safe: made in `init`, freed in `deinit`, and only this object has it.
  private let context: OpaquePointer
  private let level: Int32

  init(level: Int) throws {
    guard let context = unsafe ZSTD_createCCtx() else { throw Self.noMemory }
    unsafe self.context = unsafe context
    self.level = Int32(level)
  }

  deinit { unsafe ZSTD_freeCCtx(context) }

  func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) throws {
    let start = output.count
    var written = 0
    try output.append(count: ZSTD_compressBound(bytes.byteCount)) { room throws(InlayError) in
      written = unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { source in
          // Safe: zstd reads within the source and writes within the room.
          unsafe ZSTD_compressCCtx(
            context, room.baseAddress, room.count, source.baseAddress, source.count, level)
        }
      }
      // The room is what zstd asks for, so nothing else can fail than the memory of higher levels.
      guard ZSTD_isError(written) == 0 else { throw Self.noMemory }
    }
    output.truncate(to: start + written)
  }

  private static var noMemory: InlayError {
    InlayError(.io, "zstd cannot allocate its context; free some memory or lower the compression level")
  }
}
#endif
