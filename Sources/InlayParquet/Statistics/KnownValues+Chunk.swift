import InlayColumns

extension KnownValues {
  /// Decodes the statistics of a flat column chunk.
  ///
  /// `min_value` and `max_value` mean nothing without a column order; `min` and `max` were compared as signed bytes or
  /// numbers, whatever the type (parquet.thrift, `Statistics`).
  init(_ metadata: ColumnChunkMetadata, of element: SchemaElement, order: ColumnOrder?) {
    let statistics = metadata.statistics
    let decoder = BoundDecoder(element)
    self.init(
      count: metadata.valueCount, nullCount: statistics?.nullCount,
      mayHoldNaN: (decoder?.mayHoldNaN ?? true) && statistics?.nanCount != 0)
    guard let statistics, let decoder else { return }
    if order == .typeDefined, statistics.min != nil || statistics.max != nil {
      bound(
        min: statistics.min.flatMap { decoder.value($0) }, max: statistics.max.flatMap { decoder.value($0) })
    } else if decoder.isSigned, order == nil || order == .typeDefined {
      bound(
        min: statistics.deprecatedMin.flatMap { decoder.value($0) },
        max: statistics.deprecatedMax.flatMap { decoder.value($0) })
    }
  }
}

extension ParquetFile {
  /// The order in which the bounds of a leaf are meant; nil when the footer does not say.
  func columnOrder(ofLeaf leaf: Int) -> ColumnOrder? {
    // A list of another length says nothing of any column.
    guard let orders = metadata.columnOrders, orders.count == root.leaves.count else { return nil }
    return orders[leaf]
  }

  /// Decodes what is known of the values of a column in a row group; nil for a column that is not flat.
  func knownValues(rowGroup: Int, column: Int) -> KnownValues? {
    guard let flat = columns[column].flatLeaf else { return nil }
    let leaf = flat.position
    guard let chunk = metadata.rowGroups[rowGroup].columns[leaf].metadata, chunk.type == flat.element.type
    else { return nil }
    return KnownValues(chunk, of: flat.element, order: columnOrder(ofLeaf: leaf))
  }
}
