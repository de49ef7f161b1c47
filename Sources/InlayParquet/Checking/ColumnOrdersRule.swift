import InlayBytes

/// The orders in which bounds are meant: one for each leaf (parquet.thrift, `FileMetaData.column_orders`).
enum ColumnOrdersRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    let place = InlayError.Location(file: file.path)
    guard let orders = file.metadata.columnOrders else {
      checkAbsence(file, into: &findings)
      return
    }
    guard orders.count == file.root.leaves.count else {
      findings.add(
        .columnOrders, "the schema has \(file.root.leaves.count) columns, column_orders has \(orders.count)",
        at: place)
      return
    }
    for (leaf, order) in zip(file.root.leafNodes(), orders) where order == .unrecognized {
      findings.add(
        .columnOrders, "the column's order is not one of the format's",
        at: .init(file: file.path, column: leaf.name))
    }
  }

  /// Without orders `min_value` and `max_value` mean nothing.
  private static func checkAbsence(_ file: ParquetFile, into findings: inout FindingList) {
    let hasBounds = file.metadata.rowGroups.contains { group in
      group.columns.contains { $0.metadata?.statistics?.min != nil || $0.metadata?.statistics?.max != nil }
    }
    if hasBounds {
      findings.add(
        .columnOrders, "there are min_value or max_value statistics, and no column_orders say what they mean",
        at: .init(file: file.path))
    }
  }
}
