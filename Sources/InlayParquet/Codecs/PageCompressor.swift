import InlayBytes

/// Compresses pages with one codec, keeping what the codec needs from page to page.
struct PageCompressor: ~Copyable {
  private var method: Method
  // Of Snappy alone.
  private var effort: SnappyEffort?
  private var wordChoice = SnappyWordChoice()

  private enum Method: ~Copyable {
    case uncompressed
    case snappy
    case gzip(GzipDeflater)
    case lz4(LZ4BlockEncoder)
    case lz4Raw(LZ4BlockEncoder)
    #if Zstd
    case zstd(ZstdCompressor)
    #endif
    #if Brotli
    case brotli(level: Int)
    #endif
  }

  /// Makes a compressor.
  ///
  /// - Parameter level: One of the codec's levels; nil takes its default.
  /// - Throws: ``InlayError/Code/unsupported`` for a codec that is not built in, ``InlayError/Code/invalidInput`` for a
  ///   level that it does not have.
  init(_ compression: Compression, level: Int? = nil) throws {
    try compression.checkIsBuiltIn()
    try compression.check(level: level)
    let level = level ?? compression.defaultLevel
    switch compression {
    case .snappy: method = .snappy
    case .gzip: method = .gzip(GzipDeflater(level: level))
    case .lz4: method = .lz4(LZ4BlockEncoder())
    case .lz4Raw: method = .lz4Raw(LZ4BlockEncoder())
    #if Zstd
    case .zstd: method = .zstd(try ZstdCompressor(level: level))
    #endif
    #if Brotli
    case .brotli: method = .brotli(level: level)
    #endif
    default: method = .uncompressed
    }
    if compression == .snappy { effort = SnappyEffort() }
  }

  /// Appends the compressed form of `bytes`, which are less than 2³¹, to `output`.
  ///
  /// - Throws: ``InlayError/Code/io`` when the codec gets no memory.
  mutating func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) throws {
    switch method {
    case .uncompressed: output.append(bytes: bytes)
    case .snappy: Snappy.compress(bytes, into: &output)
    case .gzip(let deflater): deflater.compress(bytes, into: &output)
    case .lz4(let encoder): LZ4Hadoop.compress(bytes, with: encoder, into: &output)
    case .lz4Raw(let encoder): encoder.compress(bytes, into: &output)
    #if Zstd
    case .zstd(let compressor): try compressor.compress(bytes, into: &output)
    #endif
    #if Brotli
    case .brotli(let level): try BrotliCompressor.compress(bytes, level: level, into: &output)
    #endif
    }
  }

  /// Appends the compressed form of a data page's bytes, which is theirs in one literal where Snappy is not worth it.
  ///
  /// - Parameter endsInWords: Whether the bytes end in values of 64 bits, from their last byte back.
  /// - Throws: As ``compress(_:into:)``.
  mutating func compressData(
    _ bytes: RawSpan, endsInWords: Bool, into output: inout ValueBuilder<UInt8>
  ) throws {
    guard var effort else { return try compress(bytes, into: &output) }
    defer { self.effort = effort }
    guard effort.triesNextPage else {
      effort.pass()
      return SnappyLiteral.append(bytes, to: &output)
    }
    let start = output.count
    if endsInWords { compressWords(bytes, into: &output) } else { Snappy.compress(bytes, into: &output) }
    effort.note(byteCount: bytes.byteCount, compressedByteCount: output.count - start)
  }

  private mutating func compressWords(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    guard wordChoice.isDue else {
      wordChoice.pass()
      return wordChoice.takesWords
        ? Snappy.compressWords(bytes, into: &output) : Snappy.compress(bytes, into: &output)
    }
    let start = output.count
    Snappy.compressWords(bytes, into: &output)
    var other = ValueBuilder<UInt8>()
    Snappy.compress(bytes, into: &other)
    wordChoice.note(byWords: output.count - start, byLibrary: other.count)
    guard other.count < output.count - start else { return }
    output.truncate(to: start)
    output.append(bytes: other.rawSpan)
  }
}
