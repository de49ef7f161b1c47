import InlayBytes
import InlayColumns

/// A sink that puts all rows into a temporary file, in parts by their keys.
final class SpillingSink: BatchSink {
  private let writer: SpillWriter
  private let numbersRows: Bool
  private let rowCount = Gate(0)

  /// - Parameter numbersRows: Whether the rows get a column with their numbers before the others.
  init(_ writer: SpillWriter, numbersRows: Bool = false) {
    self.writer = writer
    self.numbersRows = numbersRows
  }

  /// One lane: what takes time is done before, by all threads.
  var laneCount: Int { 1 }

  func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    let rows = numbersRows ? NumberedRows.batch(batch) : batch
    return PreparedBatch(batch, content: try EncodedParts(rows, by: writer.partitions))
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let encoded = batch.content as? EncodedParts else {
      preconditionFailure("a batch is prepared before it is written")
    }
    try rowCount.withLock { count in
      try writer.append(encoded, numberedFrom: numbersRows ? count : nil)
      count += batch.batch.rowCount
    }
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}

  /// Hands over the rows; called once, after the last.
  func rows() throws -> SpilledRows { try writer.finish() }
}
