import InlayBytes
import InlayColumns

/// An index from the keys of a table to the rows that have them.
final class JoinIndex: Sendable {
  private let table: KeyTable
  /// Where the rows of each key begin in `rows`, with one more entry for the end; nil when every key has one row.
  private let starts: Values<UInt32>?
  /// The rows, sorted by key and then in order; the row of each key when every key has one.
  private let rows: Values<UInt32>

  /// Indexes the rows that have a key.
  init(_ keys: KeyColumn) {
    var builder = KeyTable.Builder(keys)
    builder.insertAll()
    let isUnique = builder.groupCount == builder.keyedRowCount
    starts = isUnique ? nil : builder.starts()
    rows = isUnique ? builder.firstRows() : builder.sortedRows()
    table = builder.finish()
  }

  /// The pairs of rows with equal keys: for each probe row, in order, the build rows in order.
  struct Matches {
    /// The probe rows, or nil when it is each row once, in order.
    var probeRows: Values<UInt32>?
    /// The build rows, one for each probe row.
    var buildRows: Values<UInt32>
  }

  /// Returns the pairs of rows with equal keys.
  func matches(of probe: KeyColumn) -> Matches {
    let groups = table.find(probe)
    guard let starts else { return uniqueMatches(groups) }
    return expandedMatches(groups, starts)
  }

  private func uniqueMatches(_ groups: Values<UInt32>) -> Matches {
    var probeRows = ValueBuilder<UInt32>(capacity: groups.count)
    var buildRows = ValueBuilder<UInt32>(capacity: groups.count)
    for row in 0..<groups.count where groups[row] != KeyTable.noGroup {
      probeRows.append(UInt32(truncatingIfNeeded: row))
      buildRows.append(rows[Int(groups[row])])
    }
    let isComplete = probeRows.count == groups.count
    return Matches(probeRows: isComplete ? nil : probeRows.freeze(), buildRows: buildRows.freeze())
  }

  private func expandedMatches(_ groups: Values<UInt32>, _ starts: Values<UInt32>) -> Matches {
    var probeRows = ValueBuilder<UInt32>(capacity: groups.count)
    var buildRows = ValueBuilder<UInt32>(capacity: groups.count)
    var isComplete = true
    for row in 0..<groups.count {
      let group = groups[row]
      guard group != KeyTable.noGroup else {
        isComplete = false
        continue
      }
      let first = Int(starts[Int(group)])
      let end = Int(starts[Int(group) + 1])
      if end - first != 1 { isComplete = false }
      probeRows.append(repeating: UInt32(truncatingIfNeeded: row), count: end - first)
      buildRows.append(contentsOf: rows[first..<end].span)
    }
    return Matches(probeRows: isComplete ? nil : probeRows.freeze(), buildRows: buildRows.freeze())
  }
}
