import InlayBytes

/// Decompresses pages of one codec, keeping what the codec needs from page to page.
struct PageDecompressor: ~Copyable {
  private var method: Method

  private enum Method: ~Copyable {
    case uncompressed
    case snappy
    case gzip(GzipInflater)
  }

  /// Makes a decompressor.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for a codec that is not built in.
  init(_ compression: Compression) throws {
    switch compression {
    case .uncompressed: method = .uncompressed
    case .snappy: method = .snappy
    case .gzip: method = .gzip(GzipInflater())
    default: throw compression.unsupported
    }
  }

  /// Appends to `output` what `bytes` hold, which must be exactly `count` bytes.
  ///
  /// No more memory is taken than `bytes` of this length can justify, whatever `count` claims.
  ///
  /// - Throws: ``InlayError/Code/corrupt``.
  mutating func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    switch method {
    case .uncompressed:
      guard bytes.byteCount == count else { throw Self.wrongCount(count, actual: bytes.byteCount) }
      output.append(bytes: bytes)
    case .snappy: try Snappy.decompress(bytes, count: count, into: &output)
    case .gzip(let inflater): try inflater.decompress(bytes, count: count, into: &output)
    }
  }

  /// The error for a page whose contents have another size than its header says.
  static func wrongCount(_ expected: Int, actual: Int) -> InlayError {
    InlayError(
      .corrupt, "the page's header says \(expected) bytes before compression, its contents have \(actual)")
  }
}
