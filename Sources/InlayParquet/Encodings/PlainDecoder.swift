import InlayBytes

/// Decodes PLAIN values of a fixed width: they lie one after the other, the least significant byte first.
enum PlainDecoder {
  /// Writes `count` values to the front of `room`, passing over the first `skipped`.
  static func read<Value: BitwiseCopyable>(
    _ count: Int, after skipped: Int, of bytes: RawSpan, into room: inout MutableSpan<Value>
  ) throws {
    let stride = MemoryLayout<Value>.stride
    guard skipped + count <= bytes.byteCount / stride else { throw tooShort }
    precondition(count <= room.count)
    let source = bytes.extracting(skipped * stride..<(skipped + count) * stride)
    unsafe room.withUnsafeMutableBytes { room in
      // Safe: the room has `count` values, any bytes are one, and the source has as many bytes, by the lines above.
      unsafe source.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
    }
  }

  /// The error for a page with fewer values than its header says.
  static var tooShort: InlayError { InlayError(.corrupt, "the page's bytes end before its values do") }
}
