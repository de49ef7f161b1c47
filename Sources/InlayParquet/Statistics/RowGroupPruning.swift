import InlayBytes
import InlayColumns

extension ParquetFile {
  /// Returns whether the statistics of a row group show that no row is within all of the bounds.
  func canPrune(rowGroup: Int, bounds: [ColumnBound]) -> Bool {
    bounds.contains { bound in
      guard let chunk = chunkBounds(rowGroup: rowGroup, column: bound.column) else { return false }
      return chunk.excludes(bound)
    }
  }

  /// Decodes what is known of the values of a column in a row group; nil for a column that is not flat.
  private func chunkBounds(rowGroup: Int, column: Int) -> ColumnChunkBounds? {
    let node = root.children[column]
    guard node.isLeaf, node.repetitionLevel == 0 else { return nil }
    let leaf = node.leaves.lowerBound
    guard let chunk = metadata.rowGroups[rowGroup].columns[leaf].metadata, chunk.type == node.element.type
    else { return nil }
    // A list of another length says nothing of any column.
    let orders = metadata.columnOrders.flatMap { $0.count == root.leaves.count ? $0 : nil }
    return ColumnChunkBounds(chunk, of: node, order: orders?[leaf])
  }
}

extension ColumnChunkBounds {
  /// Whether no value can be within a bound.
  func excludes(_ bound: ColumnBound) -> Bool {
    guard bound.lower != nil || bound.upper != nil else { return false }
    if isAllNull { return true }
    if let lower = bound.lower, let max {
      if max.isLess(than: lower.value) == true { return true }
      if !lower.isInclusive, lower.value.isLess(than: max) == false { return true }
    }
    if let upper = bound.upper, let min {
      if upper.value.isLess(than: min) == true { return true }
      if !upper.isInclusive, min.isLess(than: upper.value) == false { return true }
    }
    return false
  }
}
