import InlayColumns

/// What a check wants to know of values besides their extremes.
struct ValueQuestions {
  /// The number of distinct values that is claimed; nil when they need not be counted.
  var distinctLimit: Int?
  /// Whether the lengths of byte arrays are summed.
  var measuresBytes = false
  /// The bloom filter that is said to hold all of them.
  var filter: BloomFilterProbe?
}

extension ValueQuestions {
  /// Collects what a chunk says of its values.
  init(_ file: ParquetFile, rowGroup: Int, _ leaf: ColumnLeaf) {
    let statistics = file.metadata.rowGroups[rowGroup].columns[leaf.position].metadata?.statistics
    distinctLimit = statistics?.distinctCount.map { Int(clamping: $0) }
    measuresBytes = leaf.element.type == .byteArray
    // What is wrong with the filter's header is told elsewhere.
    if let type = leaf.element.type, let layout = ValueLayout(leaf.element, leaf.field.type),
      let known = try? file.bloomFilter(rowGroup: rowGroup, leaf: leaf.position)
    {
      filter = BloomFilterProbe(known, layout, of: type)
    }
  }
}
