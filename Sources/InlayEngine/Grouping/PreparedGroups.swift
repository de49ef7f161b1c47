import InlayBytes
import InlayColumns

/// What is made of a batch before its rows' groups are looked for: keys, hashes, and which lane takes which of them.
///
/// An entry is a row, or a group of the batch when these are few: then what is to be computed of the rows is computed
/// here, and the lanes add it up.
@safe
final class PreparedGroups: @unchecked Sendable {
  // Safe: nothing is changed after `init`; the accumulators are sealed, and only read from then on.

  /// The entries' keys and hashes, ordered by lane.
  let keys: GroupKeys
  let hashes: Values<UInt64>
  /// The entries, ordered by lane; within a lane they stand in the order of their first rows.
  let entries: Values<UInt32>
  /// Where in `entries` each lane's begin, and the last one's end.
  let laneStarts: [Int]
  /// For each entry its first row; nil when entry n is row n.
  let firstRows: Values<UInt32>?
  /// What was computed of the batch's groups; nil when the entries are rows.
  let partial: [any GroupAccumulator]?

  init(_ batch: RecordBatch, _ grouping: Grouping) throws {
    let (keys, hashes, local) = try Self.entries(of: batch, grouping)
    firstRows = local?.firstRows
    partial = try local.map { try Self.accumulate(batch, $0, grouping) }
    (entries, laneStarts) = Self.divide(hashes, into: grouping.laneCount)
    self.keys = keys.gathered(entries)
    self.hashes = hashes.gathered(entries)
  }

  /// Returns the keys and hashes of a batch's groups, or of its rows.
  private static func entries(
    of batch: RecordBatch, _ grouping: Grouping
  ) throws -> (GroupKeys, Values<UInt64>, LocalGroups?) {
    guard batch.rowCount > 0, !grouping.keys.isEmpty else {
      let local = batch.rowCount > 0 ? LocalGroups(oneGroupOf: batch.rowCount) : nil
      return (GroupKeys(same: local == nil ? 0 : 1), Values(local == nil ? [] : [0]), local)
    }
    let columns = grouping.keys.map { batch.columns[$0] }
    if columns.count == 1, case .dictionary(let values) = columns[0].storage,
      let local = LocalGroups(values, validity: columns[0].validity)
    {
      let keys = try GroupKeys([columns[0].gathered(local.firstRows)], rowCount: local.firstRows.count)
      return (keys, keys.hashes(seed: grouping.seed), local)
    }
    let keys = try GroupKeys(columns, rowCount: batch.rowCount)
    if let local = LocalGroups(keys) {
      let first = keys.gathered(local.firstRows)
      return (first, first.hashes(seed: grouping.seed), local)
    }
    let hashes = keys.hashes(seed: grouping.seed)
    guard let local = LocalGroups(keys, hashes: hashes) else { return (keys, hashes, nil) }
    return (keys.gathered(local.firstRows), hashes.gathered(local.firstRows), local)
  }

  private static func accumulate(
    _ batch: RecordBatch, _ local: LocalGroups, _ grouping: Grouping
  ) throws -> [any GroupAccumulator] {
    try grouping.aggregates.map { aggregate in
      let accumulator = aggregate.makeAccumulator(over: batch.schema, isLocal: true)
      accumulator.grow(to: local.firstRows.count)
      try accumulator.add(aggregate.column.map { batch.columns[$0].decoded() }, groups: local.ids)
      accumulator.seal()
      return accumulator
    }
  }

  /// Orders entries by the lane that the upper bits of their hashes give.
  private static func divide(
    _ hashes: Values<UInt64>, into laneCount: Int
  ) -> (entries: Values<UInt32>, laneStarts: [Int]) {
    let shift = UInt64(64 - laneCount.trailingZeroBitCount)
    let hashes = hashes.span
    var places = [Int](repeating: 0, count: laneCount + 1)
    for index in hashes.indices { places[Int(truncatingIfNeeded: hashes[index] >> shift) + 1] += 1 }
    for lane in 0..<laneCount { places[lane + 1] += places[lane] }
    let starts = places
    var entries = ValueBuilder<UInt32>(capacity: hashes.count)
    entries.append(count: hashes.count) { room in
      for index in hashes.indices {
        let lane = Int(truncatingIfNeeded: hashes[index] >> shift)
        room[places[lane]] = UInt32(truncatingIfNeeded: index)
        places[lane] += 1
      }
    }
    return (entries.freeze(), starts)
  }
}
