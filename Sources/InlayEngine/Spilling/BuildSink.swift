import InlayBytes
import InlayColumns

/// A sink that keeps the rows of a join's build side in memory as long as the budget has room for them, and puts them
/// into a temporary file when it has none.
final class BuildSink: BatchSink {
  private let plan: LogicalPlan
  private let keys: [Int]
  private let context: RunContext
  private let state: Gate<State>

  private struct State {
    var batches: [RecordBatch] = []
    var rowCount = 0
    var counter = HeldBytes()
    var lease: MemoryLease?
    var byteCount = 0
    var writer: SpillWriter?
  }

  private static let partCounts = 4...256

  /// - Parameters:
  ///   - plan: What gives the rows.
  ///   - keys: The positions of the key columns.
  init(_ plan: LogicalPlan, keys: [Int], context: RunContext) {
    self.plan = plan
    self.keys = keys
    self.context = context
    state = Gate(State(lease: MemoryLease(context.budget)))
  }

  var laneCount: Int { 1 }

  /// The number of rows so far.
  var rowCount: Int { state.withLock { $0.rowCount } }

  func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    let partitions = state.withLock { $0.writer?.partitions }
    return PreparedBatch(batch, content: try partitions.map { try EncodedParts(batch, by: $0) })
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard batch.batch.rowCount > 0 else { return }
    try state.withLock { state in
      state.rowCount += batch.batch.rowCount
      if let writer = state.writer {
        let encoded = try batch.content as? EncodedParts ?? EncodedParts(batch.batch, by: writer.partitions)
        try writer.append(encoded)
        return
      }
      state.batches.append(batch.batch)
      let size = state.counter.add(batch.batch) + batch.batch.rowCount * SpilledRows.indexSize
      state.byteCount += size
      if state.lease?.take(size) == false { try spill(&state) }
    }
  }

  /// Puts what is held into a file.
  private func spill(_ state: inout State) throws {
    let partitions = KeyPartitions(count: partCount(of: state), keys: keys, nulls: .apart)
    let writer = try SpillWriter(
      plan.schema, partitions, inFolder: context.spillFolder, memory: context.budget.partSize / 2)
    let batches = state.batches
    state.batches = []
    state.counter = HeldBytes()
    state.lease = nil
    for batch in batches { try writer.append(try EncodedParts(batch, by: partitions)) }
    state.writer = writer
  }

  /// Returns the number of parts each of which is likely to fit.
  private func partCount(of state: State) -> Int {
    let likely = plan.estimate.likelyRowCount ?? state.rowCount * 8
    let growth = max(2, Double(likely) / Double(state.rowCount))
    let wanted = Double(state.byteCount) * growth / Double(context.budget.partSize) * 1.5
    let limits = Self.partCounts
    var count = limits.lowerBound
    while count < limits.upperBound && Double(count) < wanted { count *= 2 }
    return count
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() { state.withLock { $0 = State() } }

  /// Hands over the rows when they are in a file; nil when they are held. Called once, after the last.
  func spilledRows() throws -> SpilledRows? {
    try state.withLock { state in
      defer { state.writer = nil }
      return try state.writer?.finish()
    }
  }

  /// Hands over the rows that are held, and forgets them.
  func surrender() -> [RecordBatch] {
    state.withLock { state in
      defer { state.batches = [] }
      return state.batches
    }
  }

  /// What the rows that are held have taken of the budget.
  var lease: MemoryLease? { state.withLock { $0.lease } }
}
