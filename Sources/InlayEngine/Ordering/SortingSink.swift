import InlayBytes
import InlayColumns

/// Orders rows, and gives all of them or the first ones.
///
/// What grows is the rows themselves, and while they are sorted their columns once more and 20 bytes for each; when only
/// the first ones are wanted, about twice as many as these are kept. When that is more than the budget has room for, what
/// there is goes to a temporary file as a sorted run, and the runs are merged in the end.
final class SortingSink: MaterialisingSink {
  private let schema: Schema
  private let order: [SortOrder]
  private let limit: Int?
  private let context: RunContext
  private let state = Gate(State())

  private struct State {
    var kept = Kept()
    var runs: RunWriter?
    var rowCount = 0
  }

  /// The rows in memory, in order.
  private struct Kept {
    var batches: [RecordBatch] = []
    var rowCount = 0
    var counter = HeldBytes()
    var byteCount = 0

    /// Adds a batch, and returns what more memory sorting takes for it.
    mutating func append(_ batch: RecordBatch) -> Int {
      batches.append(batch)
      rowCount += batch.rowCount
      let more = counter.add(batch) * 2 + batch.rowCount * 20
      byteCount += more
      return more
    }
  }

  /// The number of rows of the batches that are given.
  private static let batchSize = 65_536
  /// The least number of rows for which those that are not among the first ones are let go of.
  private static let leastExcess = 65_536

  /// Prepares to order rows.
  ///
  /// - Parameter limit: How many rows are wanted; nil for all.
  init(_ schema: Schema, by order: [SortOrder], limit: Int?, context: RunContext) {
    self.schema = schema
    self.order = order
    self.limit = limit
    self.context = context
  }

  var laneCount: Int { 1 }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard batch.batch.rowCount > 0, limit != 0 else { return }
    try state.withLock { state in
      state.rowCount += batch.batch.rowCount
      let more = state.kept.append(batch.batch)
      if !context.budget.take(more) {
        context.budget.giveBack(state.kept.byteCount - more)
        try spill(&state)
      } else if let limit, state.kept.rowCount - limit > max(limit, Self.leastExcess) {
        try keepFirst(&state)
      }
    }
  }

  /// Lets go of rows that are not among the first ones.
  private func keepFirst(_ state: inout State) throws {
    // One thread: the others decode.
    let batches = try sorted(state.kept, on: Workers(count: 1))
    context.budget.giveBack(state.kept.byteCount)
    state.kept = Kept()
    for batch in batches {
      let more = state.kept.append(batch)
      // What is kept is less than it was, so that there is room for it.
      _ = context.budget.take(more)
    }
  }

  /// Puts what is kept into a file, in order.
  private func spill(_ state: inout State) throws {
    let batches = try sorted(state.kept, on: context.workers)
    let byteCount = state.kept.byteCount / 2
    state.kept = Kept()
    var runs = try state.runs ?? RunWriter(schema, inFolder: context.spillFolder)
    try runs.append(batches, byteCount: byteCount)
    state.runs = runs
  }

  func finish(lane: Int) {}

  func close() {}

  func abandon() { state.withLock { $0 = State() } }

  func result(giving schema: Schema) throws -> MaterialisedRows {
    try state.withLock { state in
      defer { state = State() }
      guard state.runs != nil else {
        return try MaterialisedRows(sorted(state.kept, on: context.workers), schema: schema)
      }
      try spill(&state)
      guard let runs = state.runs?.rows else { preconditionFailure("spilling leaves runs") }
      let wanted = min(limit ?? .max, state.rowCount)
      return MaterialisedRows(try MergeScan(runs, by: order, limit: wanted), rowCount: wanted)
    }
  }

  /// Returns the rows in order, cut after the limit. Those of earlier batches come before equal ones of later batches,
  /// so that what was sorted before stays as it would be if all were sorted at once.
  private func sorted(_ rows: Kept, on workers: Workers) throws -> [RecordBatch] {
    guard rows.rowCount < UInt32.max else {
      throw InlayError(
        .limitExceeded,
        "a sort can hold 4,294,967,294 rows in memory; this one has \(rows.rowCount): allow less memory")
    }
    let columns = try workers.map(schema.count) { [schema] position in
      Column.concatenating(rows.batches.map { $0.columns[position] }, type: schema[position].type)
    }
    let order = try SortedRows(
      order.map { (columns[$0.column], $0) }, rowCount: rows.rowCount, on: workers)
    guard let wanted = order.rows else { return rows.batches }
    let count = min(wanted.count, limit ?? wanted.count)
    let pieces = (count + Self.batchSize - 1) / Self.batchSize
    return try workers.map(pieces) { [schema] piece in
      let chosen = wanted[piece * Self.batchSize..<min((piece + 1) * Self.batchSize, count)]
      return RecordBatch(
        schema: schema, columns: columns.map { $0.gathered(chosen) }, rowCount: chosen.count)
    }
  }
}
