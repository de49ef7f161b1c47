/// The text of a gzip file, decompressed as it is asked for, into pieces of their own memory.
package final class InflatedText: TextInput {
  private let inflater: GzipReader
  private let limits: DecompressionLimits
  private var decompressed = ValueBuilder<UInt8>()
  package private(set) var offset = 0

  /// Begins to decompress a file.
  package init(_ file: MappedFile, limits: DecompressionLimits) throws {
    inflater = try GzipReader(file)
    self.limits = limits
  }

  package var available: Int { decompressed.count }
  package var consumedByteCount: Int { inflater.consumedByteCount }

  package func fill(to count: Int) throws {
    while decompressed.count < count && !inflater.isAtEnd {
      try inflater.inflate(atMost: count - decompressed.count, into: &decompressed)
      try limits.check(offset + decompressed.count, of: inflater.consumedByteCount)
    }
  }

  package var window: RawSpan {
    @_lifetime(borrow self)
    get {
      let span = decompressed.rawSpan
      // Safe: the memory changes only in `fill` and `take`, which nobody calls while looking at the window.
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  package func take(_ count: Int) -> TextPiece {
    precondition(count >= 0 && count <= available)
    var rest = ValueBuilder<UInt8>(capacity: decompressed.count - count)
    rest.append(bytes: decompressed.rawSpan.extracting(droppingFirst: count))
    swap(&rest, &decompressed)
    let buffer = rest.freeze().buffer
    defer { offset += count }
    return TextPiece(buffer: buffer, count: count, readableCount: buffer.count, offset: offset)
  }
}
