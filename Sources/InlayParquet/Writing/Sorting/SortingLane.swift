import InlayBytes
import InlayColumns

/// Holds the rows of a file against the order that its footer states.
///
/// Whether two rows are in order may take all of the sort's columns, of which each lane of a leaf sees its own only, at
/// its own pace. So this is a lane of its own, which sees every batch in order as the others do.
final class SortingLane: Sendable {
  private let leaves: [SortedLeaf]
  private let cuts: RowGroupCuts
  private let state = Gate(State())

  private struct State {
    var rowCount = 0
    var rowGroup = 0
    // The row before the next batch, of each leaf one column.
    var last: [Column]?
  }

  init(_ leaves: [SortedLeaf], _ cuts: RowGroupCuts) {
    self.leaves = leaves
    self.cuts = cuts
  }

  /// Compares the rows of a batch with each other, and the first of them with the one before.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for the first row that is out of order within its row group.
  func write(_ batch: RecordBatch) throws {
    guard batch.rowCount > 0 else { return }
    try state.withLock { state in
      let columns = try leaves.map { try $0.values(of: batch, firstRow: state.rowCount) }
      let ends = groupEnds(in: batch, &state)
      if let last = state.last {
        let pair = zip(last, columns).map { Column.concatenating([$0, $1[0..<1]], type: $0.type) }
        try check(pair, firstRow: state.rowCount - 1, ends)
      }
      try check(columns, firstRow: state.rowCount, ends)
      state.rowCount += batch.rowCount
      state.last =
        ends.contains(state.rowCount) ? nil : columns.map { $0[batch.rowCount - 1..<batch.rowCount] }
    }
  }

  /// Returns the ends of the row groups that a batch completes.
  private func groupEnds(in batch: RecordBatch, _ state: inout State) -> Set<Int> {
    cuts.find(in: batch, firstRow: state.rowCount)
    var ends: Set<Int> = []
    while let end = cuts.end(ofRowGroup: state.rowGroup), end <= state.rowCount + batch.rowCount {
      ends.insert(end)
      state.rowGroup += 1
    }
    return ends
  }

  /// Returns the number of rows that were seen, and lets go of the last one.
  func finish() -> Int {
    state.withLock { state in
      state.last = nil
      return state.rowCount
    }
  }

  /// Begins a row group with the next row; returns the number of rows before it.
  func finishRowGroup() -> Int {
    state.withLock { state in
      if state.last != nil { state.rowGroup += 1 }
      state.last = nil
      return state.rowCount
    }
  }

  private func check(_ columns: [Column], firstRow: Int, _ ends: Set<Int>) throws {
    let steps = zip(leaves, columns).map { $0.steps($1) }
    for index in 0..<steps[0].count {
      guard let deciding = steps.firstIndex(where: { $0[index] != 0 }), steps[deciding][index] > 0,
        !ends.contains(firstRow + index + 1)
      else { continue }
      throw InlayError(
        .invalidInput,
        "rows are not in the order that ParquetWriterOptions.sortingColumns states; sort them, or leave it out: "
          + "row \(firstRow + index + 1)", at: .init(column: leaves[deciding].leaf.path.description))
    }
  }
}
