import Inlay
import Synchronization

/// Keeps the last rows that come.
final class LastRows: BatchSink {
  private let count: Int
  private let kept = Mutex([RecordBatch]())

  /// - Parameter count: How many rows are kept.
  init(_ count: Int) { self.count = count }

  var laneCount: Int { 1 }

  func write(_ batch: PreparedBatch, lane: Int) {
    kept.withLock { kept in
      kept.append(batch.batch)
      var excess = kept.reduce(-count) { $0 + $1.rowCount }
      while let first = kept.first, excess >= first.rowCount {
        excess -= first.rowCount
        kept.removeFirst()
      }
    }
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}

  /// The rows, the first of them in the first batch.
  var batches: [RecordBatch] {
    kept.withLock { kept in
      let excess = max(0, kept.reduce(-count) { $0 + $1.rowCount })
      guard let first = kept.first, excess > 0 else { return kept }
      return [first.slice(min(excess, first.rowCount)..<first.rowCount)] + kept.dropFirst()
    }
  }
}
