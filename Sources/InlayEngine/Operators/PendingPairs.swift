import InlayBytes
import InlayColumns

/// The pairs of probe rows, in order, with all rows that have their keys, made a number at a time.
///
/// A few probe rows may have more partners than memory has room for.
struct PendingPairs: Sendable {
  private let groups: RowGroups
  private let runs: Values<RowGroups.Run>
  private let keepsAll: Bool
  /// The probe row whose pairs are made next, and how many of them were made.
  private var row = 0
  private var madeCount = 0
  /// How many pairs are yet to be made.
  private var count: Int

  /// How many pairs are made at a time.
  private let batchSize: Int

  /// Begins with the first pair.
  ///
  /// - Parameters:
  ///   - runs: For each probe row where the rows with its key stand.
  ///   - count: The number of pairs that these make.
  ///   - batchSize: How many are made at a time.
  ///   - keepsAll: Whether probe rows without a partner stay.
  init(
    _ runs: Values<RowGroups.Run>, of groups: RowGroups, count: Int, atOnce batchSize: Int,
    keepingAll keepsAll: Bool
  ) {
    self.batchSize = batchSize
    self.runs = runs
    self.groups = groups
    self.count = count
    self.keepsAll = keepsAll
  }

  var isEmpty: Bool { count == 0 }

  /// Makes the next pairs, a batch of them or all that are left.
  mutating func next() -> JoinIndex.Matches {
    let wanted = min(count, batchSize)
    var probeRows = ValueBuilder<UInt32>(capacity: wanted)
    var buildRows = ValueBuilder<UInt32>(capacity: wanted)
    var (row, madeCount) = (row, madeCount)
    probeRows.append(count: wanted) { probeRows in
      buildRows.append(count: wanted) { make(from: &row, &madeCount, &probeRows, &$0) }
    }
    (self.row, self.madeCount) = (row, madeCount)
    count -= wanted
    return JoinIndex.Matches(probeRows: probeRows.freeze(), buildRows: buildRows.freeze())
  }

  private func make(
    from row: inout Int, _ madeCount: inout Int, _ probeRows: inout MutableSpan<UInt32>,
    _ buildRows: inout MutableSpan<UInt32>
  ) {
    let (runs, rows) = (runs.span, groups.rows.span)
    var place = 0
    while place < probeRows.count {
      let run = runs[row]
      let length = run.count == 0 && keepsAll ? 1 : Int(run.count)
      let end = place + min(length - madeCount, probeRows.count - place)
      let first = Int(run.start) + madeCount - place
      madeCount += end - place
      for place in place..<end {
        probeRows[place] = UInt32(truncatingIfNeeded: row)
        buildRows[place] = run.count == 0 ? KeyTable.noRow : rows[first &+ place]
      }
      place = end
      if madeCount == length { (row, madeCount) = (row + 1, 0) }
    }
  }
}
