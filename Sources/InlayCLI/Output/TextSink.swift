import Inlay

/// Prints rows as lines of text, as many rows at a time as have one look.
final class TextSink: BatchSink {
  private let output: FileOutput
  private let lines: @Sendable (RecordBatch) -> [String]

  /// The most rows that stand under one heading.
  private static let blockSize = 1_000

  init(_ output: FileOutput, _ lines: @escaping @Sendable (RecordBatch) -> [String]) {
    self.output = output
    self.lines = lines
  }

  var laneCount: Int { 1 }

  func prepare(_ batch: RecordBatch) -> PreparedBatch {
    let starts = stride(from: 0, to: batch.rowCount, by: Self.blockSize)
    let text = starts.flatMap { lines(batch.slice($0..<min($0 + Self.blockSize, batch.rowCount))) }
    return PreparedBatch(batch, content: text)
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let text = batch.content as? [String] else {
      preconditionFailure("a batch is prepared before it is written")
    }
    try output.write(utf8: text.map { $0 + "\n" }.joined())
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}
}
