import InlayBytes

/// How many entries of a page, or of a chunk, stand at each level, and how large its values are (parquet.thrift,
/// `SizeStatistics`).
///
/// What the format allows to be left out is: the levels of a column that has none of a kind, or that the number of
/// nulls tells all of.
struct PageSizes: Sendable {
  /// The number of entries with each repetition level; none in a column without lists.
  var repetition: [Int64] = []
  /// The number of entries with each definition level; none in a column with one such level at most.
  var definition: [Int64] = []
  /// The bytes of all values, without their lengths; nil where values have one length.
  var byteArrayByteCount: Int64?

  /// Adds the sizes of another page of the same column.
  mutating func add(_ other: PageSizes) {
    repetition = repetition.isEmpty ? other.repetition : zip(repetition, other.repetition).map(+)
    definition = definition.isEmpty ? other.definition : zip(definition, other.definition).map(+)
    if let byteCount = other.byteArrayByteCount {
      byteArrayByteCount = (byteArrayByteCount ?? 0) + byteCount
    }
  }
}

extension EncodedChunk {
  /// The sizes of all pages together; nil when there is nothing to tell.
  var sizeStatistics: SizeStatistics? {
    var sum = PageSizes()
    for page in pages { if let sizes = page.sizes { sum.add(sizes) } }
    let statistics = SizeStatistics(
      byteArrayByteCount: sum.byteArrayByteCount,
      repetitionLevelHistogram: sum.repetition.isEmpty ? nil : sum.repetition,
      definitionLevelHistogram: sum.definition.isEmpty ? nil : sum.definition)
    return statistics == SizeStatistics() ? nil : statistics
  }

  /// The histograms of one kind of level, page by page; nil when there are none.
  func histograms(_ levels: KeyPath<PageSizes, [Int64]>) -> [Int64]? {
    let all = pages.flatMap { $0.sizes?[keyPath: levels] ?? [] }
    return all.isEmpty ? nil : all
  }

  /// The bytes of each page's values, without their lengths; nil where values have one length.
  var byteArrayByteCounts: [Int64]? {
    let counts = pages.compactMap { $0.sizes?.byteArrayByteCount }
    return counts.isEmpty ? nil : counts
  }
}
