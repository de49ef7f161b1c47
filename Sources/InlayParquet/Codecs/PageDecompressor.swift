import InlayBytes

/// Decompresses pages of one codec, keeping what the codec needs from page to page.
struct PageDecompressor: ~Copyable {
  private var method: Method

  private enum Method: ~Copyable {
    case uncompressed
    case snappy
    case gzip(GzipInflater)
    case lz4
    case lz4Raw
    #if Zstd
    case zstd(ZstdDecompressor)
    #endif
    #if Brotli
    case brotli
    #endif
  }

  /// Makes a decompressor.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for a codec that is not built in.
  init(_ compression: Compression) throws {
    try compression.checkIsBuiltIn()
    switch compression {
    case .snappy: method = .snappy
    case .gzip: method = .gzip(GzipInflater())
    case .lz4: method = .lz4
    case .lz4Raw: method = .lz4Raw
    #if Zstd
    case .zstd: method = .zstd(try ZstdDecompressor())
    #endif
    #if Brotli
    case .brotli: method = .brotli
    #endif
    default: method = .uncompressed
    }
  }

  /// Appends to `output` what `bytes` hold, which must be exactly `count` bytes.
  ///
  /// No more memory is taken than `bytes` of this length can justify, whatever `count` claims.
  ///
  /// - Throws: ``InlayError/Code/corrupt``.
  mutating func decompress(_ bytes: RawSpan, count: Int, into output: inout ValueBuilder<UInt8>) throws {
    // Some writers leave out the codec's frame where there is nothing to compress.
    if count == 0, bytes.byteCount == 0 { return }
    switch method {
    case .uncompressed:
      guard bytes.byteCount == count else { throw Self.wrongCount(count, actual: bytes.byteCount) }
      output.append(bytes: bytes)
    case .snappy: try Snappy.decompress(bytes, count: count, into: &output)
    case .gzip(let inflater): try inflater.decompress(bytes, count: count, into: &output)
    case .lz4: try LZ4.decompressDeprecated(bytes, count: count, into: &output)
    case .lz4Raw: try LZ4.decompressRaw(bytes, count: count, into: &output)
    #if Zstd
    case .zstd(let decompressor): try decompressor.decompress(bytes, count: count, into: &output)
    #endif
    #if Brotli
    case .brotli: try BrotliDecompressor.decompress(bytes, count: count, into: &output)
    #endif
    }
  }

  /// The error for a page whose contents have another size than its header says.
  static func wrongCount(_ expected: Int, actual: Int) -> InlayError {
    InlayError(
      .corrupt, "the page's header says \(expected) bytes before compression, its contents have \(actual)")
  }
}
