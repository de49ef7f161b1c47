import InlayBytes

/// Compresses pages with one codec, keeping what the codec needs from page to page.
struct PageCompressor: ~Copyable {
  private var method: Method

  private enum Method: ~Copyable {
    case uncompressed
    case snappy
    case gzip(GzipDeflater)
  }

  /// Makes a compressor.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for a codec that is not built in.
  init(_ compression: Compression) throws {
    switch compression {
    case .uncompressed: method = .uncompressed
    case .snappy: method = .snappy
    case .gzip: method = .gzip(GzipDeflater())
    default: throw compression.unsupported
    }
  }

  /// Appends the compressed form of `bytes`, which are less than 2³¹, to `output`.
  mutating func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    switch method {
    case .uncompressed: output.append(bytes: bytes)
    case .snappy: Snappy.compress(bytes, into: &output)
    case .gzip(let deflater): deflater.compress(bytes, into: &output)
    }
  }
}

extension Compression {
  /// The error for a codec that is not built in.
  var unsupported: InlayError {
    InlayError(
      .unsupported,
      "pages are compressed with a codec that is not built in; write the file with SNAPPY or GZIP: \(self)")
  }
}
