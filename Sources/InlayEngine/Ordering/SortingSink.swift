import InlayBytes
import InlayColumns

/// Orders rows, and gives all of them or the first ones.
///
/// What grows is the rows themselves, and while they are sorted 20 bytes for each; when only the first ones are wanted,
/// about twice as many as these are kept.
final class SortingSink: MaterialisingSink {
  private let schema: Schema
  private let order: [SortOrder]
  private let limit: Int?
  private let workers: Workers
  private let kept = Gate(Rows())

  /// The rows so far, in order.
  private struct Rows {
    var batches: [RecordBatch] = []
    var count = 0
  }

  /// The number of rows of the batches that are given.
  private static let batchSize = 65_536
  /// The least number of rows for which those that are not among the first ones are let go of.
  private static let leastExcess = 65_536

  /// Prepares to order rows.
  ///
  /// - Parameter limit: How many rows are wanted; nil for all.
  init(_ schema: Schema, by order: [SortOrder], limit: Int?, on workers: Workers) {
    self.schema = schema
    self.order = order
    self.limit = limit
    self.workers = workers
  }

  var laneCount: Int { 1 }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard batch.batch.rowCount > 0, limit != 0 else { return }
    try kept.withLock { rows in
      rows.batches.append(batch.batch)
      rows.count += batch.batch.rowCount
      guard let limit, rows.count - limit > max(limit, Self.leastExcess) else { return }
      // One thread: the others decode.
      rows.batches = try sorted(rows, on: Workers(count: 1))
      rows.count = limit
    }
  }

  func finish(lane: Int) {}

  func close() {}

  func abandon() { kept.withLock { $0 = Rows() } }

  func result() throws -> [RecordBatch] {
    try kept.withLock { rows in
      let given = rows
      rows = Rows()
      return try sorted(given, on: workers)
    }
  }

  /// Returns the rows in order, cut after the limit. Those of earlier batches come before equal ones of later batches,
  /// so that what was sorted before stays as it would be if all were sorted at once.
  private func sorted(_ rows: Rows, on workers: Workers) throws -> [RecordBatch] {
    guard rows.count < UInt32.max else {
      throw InlayError(
        .limitExceeded, "a sort can hold 4,294,967,294 rows; this one has more: \(rows.count)")
    }
    let columns = try workers.map(schema.count) { [schema] position in
      Column.concatenating(rows.batches.map { $0.columns[position] }, type: schema[position].type)
    }
    let order = try SortedRows(
      order.map { (columns[$0.column], $0) }, rowCount: rows.count, on: workers)
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
