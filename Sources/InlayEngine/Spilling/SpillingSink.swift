import InlayBytes
import InlayColumns

/// A sink that puts all rows into a temporary file, in parts by their keys.
final class SpillingSink: BatchSink {
  private let writer: SpillWriter

  init(_ writer: SpillWriter) { self.writer = writer }

  /// One lane: what takes time is done before, by all threads.
  var laneCount: Int { 1 }

  func prepare(_ batch: RecordBatch) -> PreparedBatch {
    PreparedBatch(batch, content: EncodedParts(batch, by: writer.partitions))
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let encoded = batch.content as? EncodedParts else {
      preconditionFailure("a batch is prepared before it is written")
    }
    try writer.append(encoded)
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}

  /// Hands over the rows; called once, after the last.
  func rows() throws -> SpilledRows { try writer.finish() }
}
