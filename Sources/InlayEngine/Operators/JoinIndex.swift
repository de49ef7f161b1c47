import InlayBytes
import InlayColumns

/// An index from the keys of a table to all rows that have them.
struct JoinIndex: Sendable {
  private let keys: Keys
  /// The rows by key, for keys that more than one row has; nil when every key has one row.
  private let groups: RowGroups?

  /// What finds the first row that has a key.
  private enum Keys {
    case dense(DenseKeys)
    case hashed(KeyTable)

    func find(_ probe: ProbeKeys) -> Values<UInt32> {
      switch self {
      case .dense(let keys): probe.rows(keys.find(probe.keys))
      case .hashed(let table): probe.rows(table.find(probe.keys))
      }
    }
  }

  /// Indexes the rows that have a key.
  init(_ keys: KeyColumn, on workers: Workers) throws {
    let repetitions: [Values<KeyTableBuilder.Repetition>]
    if let dense = DenseKeys(keys) {
      self.keys = .dense(dense)
      repetitions = try dense.fill(keys, on: workers)
    } else {
      let seed = UInt64.random(in: .min ... .max)
      let (table, found) = try KeyTableBuilder.build(keys, seed: seed, on: workers)
      self.keys = .hashed(table)
      repetitions = found
    }
    let isUnique = repetitions.allSatisfy { $0.count == 0 }
    groups = isUnique ? nil : try RowGroups(rowCount: keys.count, repetitions, on: workers)
  }

  /// The pairs of rows with equal keys: for each probe row, in order, the build rows in order.
  struct Matches {
    /// The probe rows, or nil when it is each row once, in order.
    var probeRows: Values<UInt32>?
    /// The build rows, one for each probe row; ``KeyTable/noRow`` for one that has no partner and is kept.
    var buildRows: Values<UInt32>
  }

  /// Returns the probe rows, in order, that have a partner, or those that have none.
  func rows(of probe: ProbeKeys, havingPartner isPartnered: Bool) -> Values<UInt32> {
    let found = keys.find(probe).span
    var rows = ValueBuilder<UInt32>(capacity: found.count)
    var count = 0
    rows.append(count: found.count) { room in
      for index in found.indices {
        // Written always and overwritten by the next when it does not count: no branch that cannot be foreseen.
        // Safe: there is room for as many rows as were looked for, and the count is at most the index.
        unsafe room[unchecked: count] = UInt32(truncatingIfNeeded: index)
        count &+= unsafe (found[unchecked: index] != KeyTable.noRow) == isPartnered ? 1 : 0
      }
    }
    rows.truncate(to: count)
    return rows.freeze()
  }

  /// Pairs of rows: all of them, or what makes them a number at a time.
  enum Pairs {
    case few(Matches)
    case many(PendingPairs)
  }

  /// Returns the pairs of rows with equal keys.
  ///
  /// - Parameters:
  ///   - keepsAll: Whether probe rows without a partner stay.
  ///   - count: How many pairs are made at a time when they are many.
  func pairs(of probe: ProbeKeys, keepingAll keepsAll: Bool, atOnce count: Int) -> Pairs {
    let found = keys.find(probe)
    if let groups { return groups.pairs(found, keepingAll: keepsAll, atOnce: count) }
    return .few(keepsAll ? Matches(probeRows: nil, buildRows: found) : Self.uniqueMatches(found))
  }

  private static func uniqueMatches(_ found: Values<UInt32>) -> Matches {
    var misses = 0
    let source = found.span
    for index in 0..<source.count { misses &+= source[index] == KeyTable.noRow ? 1 : 0 }
    if misses == 0 { return Matches(probeRows: nil, buildRows: found) }
    // One more than there are hits: what a miss writes, the next hit overwrites, and nothing depends on a branch.
    let room = found.count - misses + 1
    var probeRows = ValueBuilder<UInt32>(capacity: room)
    var buildRows = ValueBuilder<UInt32>(capacity: room)
    probeRows.append(count: room) { probeRows in
      buildRows.append(count: room) { buildRows in
        var count = 0
        for index in source.indices {
          // Safe: the count is that of the hits before the index, for one more than all of which there is room.
          let row = unsafe source[unchecked: index]
          unsafe probeRows[unchecked: count] = UInt32(truncatingIfNeeded: index)
          unsafe buildRows[unchecked: count] = row
          count &+= row == KeyTable.noRow ? 0 : 1
        }
      }
    }
    probeRows.truncate(to: room - 1)
    buildRows.truncate(to: room - 1)
    return Matches(probeRows: probeRows.freeze(), buildRows: buildRows.freeze())
  }
}
