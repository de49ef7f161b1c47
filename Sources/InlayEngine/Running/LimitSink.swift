import InlayBytes
import InlayColumns

/// Keeps the first rows that it is given: in memory as long as the budget has room for them, and then in a temporary file.
final class LimitSink: MaterialisingSink {
  private let schema: Schema
  private let limit: Int
  private let context: RunContext
  private let state: Gate<State>

  private struct State {
    var batches: [RecordBatch] = []
    var rowCount = 0
    var counter = HeldBytes()
    var lease: MemoryLease?
    var writer: SpillWriter?
  }

  /// - Parameter limit: The number of rows that are wanted.
  init(_ schema: Schema, limit: Int, context: RunContext) {
    self.schema = schema
    self.limit = limit
    self.context = context
    state = Gate(State(lease: MemoryLease(context.budget)))
  }

  /// One lane: there is nothing to do for a batch but to keep it.
  var laneCount: Int { 1 }

  var wantsMore: Bool { state.withLock { $0.rowCount < limit } }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    try state.withLock { state in
      let room = min(limit - state.rowCount, batch.batch.rowCount)
      guard room > 0 else { return }
      let rows = room < batch.batch.rowCount ? batch.batch.slice(0..<room) : batch.batch
      state.rowCount += room
      if let writer = state.writer { return try writer.append(EncodedParts(rows, by: writer.partitions)) }
      state.batches.append(rows)
      if state.lease?.take(state.counter.add(rows)) == false { try spill(&state) }
    }
  }

  /// Puts what is held into a file.
  private func spill(_ state: inout State) throws {
    let writer = try SpillWriter(
      schema, KeyPartitions(count: 1, keys: [], nulls: .apart), inFolder: context.spillFolder,
      memory: context.budget.partSize / 2)
    for batch in state.batches { try writer.append(EncodedParts(batch, by: writer.partitions)) }
    state.batches = []
    state.counter = HeldBytes()
    state.lease = nil
    state.writer = writer
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() { state.withLock { $0 = State() } }

  func result(giving schema: Schema) throws -> MaterialisedRows {
    try state.withLock { state in
      guard let writer = state.writer else { return try MaterialisedRows(state.batches, schema: schema) }
      state.writer = nil
      return MaterialisedRows(
        SpilledPartScan(try writer.finish(), part: 0, giving: schema), rowCount: state.rowCount)
    }
  }
}
