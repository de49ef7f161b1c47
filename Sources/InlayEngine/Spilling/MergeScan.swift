import InlayBytes
import InlayColumns
import Synchronization

/// The rows of sorted runs in a temporary file, merged: the order is found by one thread, batches are made of it by all.
final class MergeScan: BatchScan {
  let schema: Schema
  private let state: Mutex<State>

  private struct State {
    var merge: RunMerge
    var rowsLeft: Int
    var morselCount = 0
  }

  /// The number of rows of a batch.
  private static let batchSize = 16_384

  /// - Parameter limit: How many rows are wanted.
  init(_ runs: SpilledRows, by order: [SortOrder], limit: Int) throws {
    schema = runs.schema
    state = Mutex(State(merge: try RunMerge(runs, by: order), rowsLeft: limit))
  }

  func nextMorsel() throws -> Morsel? {
    try state.withLock { state in
      guard state.rowsLeft > 0, let rows = try state.merge.next(min(Self.batchSize, state.rowsLeft)) else {
        return nil
      }
      state.rowsLeft -= rows.order.count
      defer { state.morselCount += 1 }
      return Morsel(sequence: state.morselCount, content: rows)
    }
  }

  func read(_ morsel: Morsel) -> RecordBatch {
    guard let rows = morsel.content as? RunMerge.Rows else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    let columns = schema.fields.enumerated().map { position, field in
      Column.concatenating(rows.pieces.map { $0.columns[position] }, type: field.type).gathered(rows.order)
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: rows.order.count)
  }

  /// What is read here was read and counted before.
  var progress: ScanProgress { ScanProgress() }
}
