import InlayBytes
import InlayColumns

/// The bounds in the statistics of the chunk and of its pages, against the values.
enum BoundsRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    noteOrder(chunk, into: &findings)
    guard let comparison = BoundComparison(chunk.leaf.node.element) else { return }
    for bounds in believable(
      chunk.metadata?.statistics, of: chunk, comparison.isSigned, "the chunk's statistics")
    {
      comparison.check(bounds, chunk.whole?.values, .bounds, at: chunk.place, into: &findings)
    }
    for (ordinal, page) in chunk.dataPages.enumerated() {
      let facts = ordinal < chunk.contents.count ? chunk.contents[ordinal]?.values : nil
      for bounds in believable(page.statistics, of: chunk, comparison.isSigned, "the page's statistics") {
        comparison.check(bounds, facts, .bounds, at: chunk.place(ofPage: ordinal), into: &findings)
      }
    }
  }

  /// Notes bounds that are meant in an order that they are not compared in.
  private static func noteOrder(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let statistics = chunk.metadata?.statistics, statistics.hasBounds else { return }
    let order: String
    switch (chunk.leaf.node.element.type, chunk.columnOrder) {
    case (.int96, _): order = "INT96"
    case (_, .ieee754Total): order = "the total order of IEEE 754"
    case (_, .int96Timestamp), (_, .unrecognized): order = "an order that is not the type's"
    case (_, .typeDefined), (_, nil): return
    }
    findings.add(
      .bounds, InlayError(.unsupported, "bounds are not compared with the values: \(order)"),
      at: chunk.placeOfColumn)
  }

  /// The bounds whose order is known: `min_value` and `max_value` by the column order, `min` and `max` where signed
  /// bytes or numbers are the type's own order (parquet.thrift, `Statistics`).
  private static func believable(
    _ statistics: Statistics?, of chunk: CheckedChunk, _ isSigned: Bool, _ what: String
  ) -> [BoundComparison.Bounds] {
    guard let statistics else { return [] }
    var bounds: [BoundComparison.Bounds] = []
    if chunk.columnOrder == .typeDefined {
      bounds.append(
        BoundComparison.Bounds(
          what: what, min: statistics.min, max: statistics.max,
          isMinExact: statistics.isMinExact ?? false, isMaxExact: statistics.isMaxExact ?? false))
    }
    if isSigned {
      bounds.append(
        BoundComparison.Bounds(
          what: "\(what) (min and max)", min: statistics.deprecatedMin, max: statistics.deprecatedMax))
    }
    return bounds
  }
}

extension Statistics {
  /// Whether there is any bound.
  fileprivate var hasBounds: Bool {
    [min, max, deprecatedMin, deprecatedMax].contains { $0 != nil }
  }
}

extension CheckedChunk {
  /// The order in which the chunk's bounds are meant; nil when none is told.
  var columnOrder: ColumnOrder? {
    guard let orders = file.metadata.columnOrders, orders.count == file.root.leaves.count else { return nil }
    return orders[position]
  }
}
