import InlayBytes

/// Counts the levels of a data page.
enum LevelReader {
  /// Where a page's levels are.
  struct Levels {
    let repetition: Buffer
    let definition: Buffer
  }

  /// Counts the values of a page at each level.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when levels are missing, or beyond those of the leaf.
  static func counts(_ levels: Levels, of node: SchemaNode, valueCount: Int) throws -> LevelCounts {
    var counts = LevelCounts()
    counts.valueCount = valueCount
    counts.definitionHistogram = try histogram(levels.definition, valueCount, limit: node.definitionLevel)
    counts.repetitionHistogram = try histogram(levels.repetition, valueCount, limit: node.repetitionLevel)
    counts.beginsWithRow = try beginsWithRow(levels.repetition, valueCount, limit: node.repetitionLevel)
    counts.presentCount = Int(counts.definitionHistogram[node.definitionLevel])
    counts.rowCount = Int(counts.repetitionHistogram[0])
    return counts
  }

  /// Whether the first value of a page begins a row.
  private static func beginsWithRow(_ bytes: Buffer, _ count: Int, limit: Int) throws -> Bool {
    try limit == 0 || count == 0 || histogram(bytes, 1, limit: limit)[0] == 1
  }

  private static func histogram(_ bytes: Buffer, _ count: Int, limit: Int) throws -> [Int64] {
    var histogram = [Int64](repeating: 0, count: limit + 1)
    guard limit > 0 else {
      histogram[0] = Int64(count)
      return histogram
    }
    var decoder = HybridDecoder(bytes.bytes, bitWidth: Int.bitWidth - limit.leadingZeroBitCount)
    var room = [UInt32](repeating: 0, count: Swift.min(count, 4_096))
    var left = count
    while left > 0 {
      let taken = Swift.min(left, room.count)
      var span = room.mutableSpan
      try decoder.read(taken, into: &span)
      for index in 0..<taken {
        let level = Int(span[index])
        guard level <= limit else {
          throw InlayError(.corrupt, "a level is beyond the schema's \(limit): \(level)")
        }
        histogram[level] += 1
      }
      left -= taken
    }
    return histogram
  }
}
