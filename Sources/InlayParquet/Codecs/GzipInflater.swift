import CZlib
import InlayBytes

/// Decompresses gzip members; zlib's window is made once and used for every page.
@safe
final class GzipInflater {
  // Safe: zlib remembers the stream's address, so it stands on the heap from `init` to `deinit`; both pointers in it
  // are set right before each call and point to memory that outlives the call.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 32 lets zlib tell gzip from zlib framing by itself: some old writers used the latter.
    let status = unsafe inlay_inflate_init(stream, 15 + 32)
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    // Deflate's densest code gives 258 bytes for two bits.
    guard count / 1_032 <= bytes.byteCount, bytes.byteCount <= Int(Int32.max) else { throw Self.broken }
    try output.append(count: count) { room throws(InlayError) in
      let produced = unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { source in unsafe inflateMembers(of: source, into: room) }
      }
      guard let produced else { throw Self.broken }
      guard produced == count else { throw PageDecompressor.wrongCount(count, actual: produced) }
    }
  }

  /// Decompresses one member after the other; returns the number of bytes, or nil when the input is broken or does
  /// not fit.
  private func inflateMembers(
    of source: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    // Safe: zlib reads `avail_in` bytes and writes `avail_out`, which are the sizes of the two buffers.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: source.baseAddress?.assumingMemoryBound(to: Bytef.self))
    unsafe stream.pointee.avail_in = UInt32(source.count)
    unsafe stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
    unsafe stream.pointee.avail_out = UInt32(room.count)
    while true {
      unsafe inflateReset(stream)
      guard unsafe inflate(stream, Z_FINISH) == Z_STREAM_END else { return nil }
      let (roomLeft, sourceLeft) = unsafe (stream.pointee.avail_out, stream.pointee.avail_in)
      if roomLeft == 0 || sourceLeft == 0 { return room.count - Int(roomLeft) }
    }
  }

  private static var broken: InlayError {
    InlayError(.corrupt, "the page's bytes are not gzip's, or hold more than its header says")
  }
}
