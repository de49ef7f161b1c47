import InlayBytes
import InlayColumns

/// One lane's share of the groups: those whose keys' hashes begin with its number.
@safe
final class GroupLane: @unchecked Sendable {
  // Safe: a lane takes one batch after the other; the run's gate orders the threads that do so, and `result` is asked
  // for when all lanes are finished.
  private let grouping: Grouping
  private let number: Int
  private var table = GroupTable()
  private var accumulators: [any GroupAccumulator]
  private var representatives: [ColumnChunks]
  /// For each group the number of its first row among all rows.
  private(set) var firstRows = ValueBuilder<Int>()
  /// The number of rows that all batches so far had.
  private(set) var rowCount = 0
  private var knownByteCount = 0
  /// What each group gives, after the lane is finished.
  private(set) var columns: [Column] = []
  /// Whether the one key column is made of the table's keys, and not kept beside them.
  private let givesTableKeys: Bool

  init(_ grouping: Grouping, number: Int) {
    self.grouping = grouping
    self.number = number
    accumulators = grouping.aggregates.map { $0.makeAccumulator(over: grouping.schema, isLocal: false) }
    representatives = grouping.representatives.map { ColumnChunks(type: grouping.schema[$0].type) }
    givesTableKeys =
      grouping.keys.count == 1 && grouping.representatives == grouping.keys
      && GroupTable.keeps(grouping.schema[grouping.keys[0]].type)
  }

  /// The number of groups.
  var count: Int { firstRows.count }

  /// Takes the lane's rows of a batch.
  func write(_ prepared: PreparedGroups, of batch: RecordBatch) throws {
    defer { rowCount += batch.rowCount }
    let range = prepared.laneStarts[number]..<prepared.laneStarts[number + 1]
    guard !range.isEmpty else { return }
    let entries = prepared.entries[range]
    let (groups, first) = try table.groups(of: prepared.keys[range], hashes: prepared.hashes[range])
    let newEntries = entries.gathered(first)
    keepFirst(prepared.firstRows.map { $0.gathered(newEntries) } ?? newEntries, of: batch)
    for accumulator in accumulators { accumulator.grow(to: table.count) }
    guard let partial = prepared.partial else { return try add(batch, at: entries, groups: groups) }
    for (index, accumulator) in accumulators.enumerated() {
      try accumulator.add(partial[index], at: entries, groups: groups)
    }
  }

  /// Takes the lane's rows, when these were not added up before.
  private func add(_ batch: RecordBatch, at rows: Values<UInt32>, groups: Values<UInt32>) throws {
    // Several functions of one column look at the same values.
    var values: [Int: Column] = [:]
    for (accumulator, aggregate) in zip(accumulators, grouping.aggregates) {
      guard let position = aggregate.column else {
        try accumulator.add(nil, groups: groups)
        continue
      }
      let column = values[position] ?? batch.columns[position].gathered(rows).decoded()
      values[position] = column
      try accumulator.add(column, groups: groups)
    }
  }

  /// About how many bytes the groups fill, and what is made of them in the end.
  private var heldByteCount: Int {
    // A slot and a number; a state for each function; the key, or a row, twice: as it is kept, and as it is given.
    let fixed = 40 + 24 * accumulators.count + 32 * max(1, grouping.representatives.count)
    return count * fixed + table.textByteCount + representatives.reduce(0) { $0 + $1.textByteCount }
      + accumulators.reduce(0) { $0 + $1.heldByteCount }
  }

  /// About how many bytes more the groups fill than when this was asked last.
  func newlyHeldByteCount() -> Int {
    let known = knownByteCount
    knownByteCount = heldByteCount
    return max(0, knownByteCount - known)
  }

  /// Notes the first rows of new groups.
  private func keepFirst(_ rows: Values<UInt32>, of batch: RecordBatch) {
    for index in 0..<rows.count { firstRows.append(rowCount + Int(rows[index])) }
    if givesTableKeys { return }
    for (index, position) in grouping.representatives.enumerated() {
      representatives[index].append(batch.columns[position], at: rows)
    }
  }

  /// Computes what the groups give.
  func finish() {
    if grouping.keys.isEmpty && firstRows.count == 0 {
      // One group of no rows.
      firstRows.append(0)
      for accumulator in accumulators { accumulator.grow(to: 1) }
    }
    columns = keyColumns()
    // What is not needed any more goes before something is made of the next.
    table = GroupTable()
    representatives = []
    accumulators.reverse()
    while let accumulator = accumulators.popLast() { columns.append(accumulator.result()) }
  }

  private func keyColumns() -> [Column] {
    if givesTableKeys { return [table.keyColumn(of: grouping.schema[grouping.keys[0]].type)] }
    let keys = Set(grouping.keys)
    return zip(grouping.representatives, representatives).map { position, chunks in
      keys.contains(position) ? chunks.joined().joiningZeros() : chunks.joined()
    }
  }

  /// Hands over what the groups give, and forgets it.
  func surrenderColumns() -> [Column] {
    defer { columns = [] }
    return columns
  }
}
