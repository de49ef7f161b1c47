import InlayBytes

extension Compression {
  /// The levels that the codec has, from the fastest to the one that makes the smallest pages; nil when there is no
  /// choice.
  public var levels: ClosedRange<Int>? {
    switch self {
    case .gzip: 1...9
    case .zstd: 1...22
    case .brotli: 0...11
    default: nil
    }
  }

  /// The level when nothing else is said.
  ///
  /// It is the library's own, but for Brotli, whose 11 took thirty times as long as 5 and made 6 % less of a page of
  /// text.
  var defaultLevel: Int {
    switch self {
    case .brotli: 5
    case .zstd: 3
    default: 6
    }
  }

  /// Throws when pages cannot be compressed or decompressed by the codec.
  ///
  /// - Throws: ``InlayError/Code/unsupported``, with the package trait that is missing if one would help.
  public func checkIsBuiltIn() throws {
    switch self {
    case .uncompressed, .snappy, .gzip, .lz4, .lz4Raw: return
    case .zstd:
      #if !Zstd
      throw missing(trait: "Zstd")
      #endif
    case .brotli:
      #if !Brotli
      throw missing(trait: "Brotli")
      #endif
    default:
      throw InlayError(.unsupported, "pages are compressed with a codec that Inlay does not have: \(self)")
    }
  }

  /// Throws when the codec has no such level.
  ///
  /// - Throws: ``InlayError/Code/invalidInput``.
  func check(level: Int?) throws {
    guard let level else { return }
    guard let levels else {
      throw InlayError(.invalidInput, "the codec has no levels; leave the level out: \(self)")
    }
    guard levels.contains(level) else {
      throw InlayError(
        .invalidInput,
        "\(self) has the levels \(levels.lowerBound) to \(levels.upperBound), not this one: \(level)")
    }
  }

  /// The error for a codec that stands behind a package trait which is off.
  private func missing(trait: String) -> InlayError {
    InlayError(
      .unsupported,
      "pages are compressed with a codec that is not built in; build Inlay with the package trait \(trait): \(self)"
    )
  }
}
