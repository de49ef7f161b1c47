import InlayBytes
public import InlayColumns

/// Keeps the batches that it is given, in order.
public final class CollectingSink: BatchSink {
  private let collected = Gate([RecordBatch]())
  private let limit: Int

  /// Makes an empty sink that wants at most `limit` rows.
  public init(limit: Int = .max) { self.limit = limit }

  /// One lane: there is nothing to do for a batch but to keep it.
  public var laneCount: Int { 1 }

  /// Whether there are fewer rows than the limit.
  public var wantsMore: Bool { collected.withLock { Self.rowCount($0) < limit } }

  /// Keeps a batch, or as much of it as is wanted.
  public func write(_ batch: PreparedBatch, lane: Int) {
    let batch = batch.batch
    collected.withLock { batches in
      let room = limit - Self.rowCount(batches)
      if room > 0 && batch.rowCount > 0 {
        batches.append(room < batch.rowCount ? batch.slice(0..<room) : batch)
      }
    }
  }

  /// Does nothing: all batches are kept already.
  public func finish(lane: Int) {}
  /// Does nothing: there is no output beyond memory.
  public func close() {}
  /// Lets go of the batches.
  public func abandon() { collected.withLock { $0 = [] } }

  /// What was kept.
  public var batches: [RecordBatch] { collected.withLock { $0 } }

  private static func rowCount(_ batches: [RecordBatch]) -> Int { batches.reduce(0) { $0 + $1.rowCount } }
}
