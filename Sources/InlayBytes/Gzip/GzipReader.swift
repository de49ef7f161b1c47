import CZlib

/// Decompresses the members of a gzip file (RFC 1952), one after the other.
@safe
final class GzipReader {
  // Safe: `stream` lives at a fixed address from `init` to `deinit`, as zlib demands; only this object touches it.
  private let stream: UnsafeMutablePointer<z_stream>
  private let file: MappedFile
  /// How many bytes of the file were taken.
  private(set) var consumedByteCount = 0
  /// Whether the last member has ended.
  private(set) var isAtEnd = false

  /// The window of 32 KiB with a gzip header around it, in zlib's way to say so.
  private static let gzipWindowBits: Int32 = 15 + 16
  /// What zlib is given at a time: its counters have 32 bits.
  private static let step = 1 << 30

  init(_ file: MappedFile) throws {
    self.file = file
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe inlay_inflate_init(stream, Self.gzipWindowBits) == Z_OK else {
      throw InlayError(.io, "zlib cannot allocate its window; free some memory")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends at most `count` decompressed bytes, possibly none before the end too.
  func inflate(atMost count: Int, into text: inout ValueBuilder<UInt8>) throws {
    var produced = 0
    let before = text.count
    try text.append(count: Swift.min(count, Self.step)) { room in
      produced = try unsafe room.withUnsafeMutableBufferPointer { try unsafe inflate(into: $0) }
    }
    text.truncate(to: before + produced)
  }

  private func inflate(into room: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    let input = Swift.min(file.count - consumedByteCount, Self.step)
    let start = unsafe file.buffer.baseAddress + consumedByteCount
    // Safe: zlib reads `input` bytes of the mapping, does not write them, and writes no more than `room` has.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = UInt32(input)
    unsafe stream.pointee.next_out = room.baseAddress
    unsafe stream.pointee.avail_out = UInt32(room.count)
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    let taken = unsafe input - Int(stream.pointee.avail_in)
    let produced = unsafe room.count - Int(stream.pointee.avail_out)
    consumedByteCount += taken
    switch status {
    case Z_STREAM_END: try finishMember()
    case Z_OK where taken > 0 || produced > 0: break
    case Z_OK, Z_BUF_ERROR: throw truncated()
    default: throw damaged()
    }
    return produced
  }

  /// Goes on to the next member, or to the end; zeros after the last member are padding, as gzip(1) has it.
  private func finishMember() throws {
    let buffer = file.buffer
    let rest = buffer.bytes.extracting(droppingFirst: consumedByteCount)
    if rest.byteCount >= 2, rest.byte(at: 0) == 0x1F, rest.byte(at: 1) == 0x8B {
      guard unsafe inflateReset(stream) == Z_OK else { throw damaged() }
      return
    }
    for index in 0..<rest.byteCount where rest.byte(at: index) != 0 {
      throw InlayError(
        .corrupt,
        """
        bytes that are no gzip member follow the last one; compress the file again, or cut it after its byte \
        \(consumedByteCount)
        """)
    }
    isAtEnd = true
  }

  private func truncated() -> InlayError {
    InlayError(.corrupt, "the gzip data ends in its middle; copy the file again from where it came from")
  }

  private func damaged() -> InlayError {
    let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "unknown form"
    return InlayError(
      .corrupt,
      "the gzip data is damaged near byte \(consumedByteCount) of the file; copy it again from where it came from: \(reason)"
    )
  }
}
