import InlayColumns
import InlayStorage

/// A sink that completes its file when it is closed, so that a run of many files does not hold them all open.
final class FileSink: BatchSink {
  private let sink: any BatchSink
  private let file: FileOutput

  init(_ sink: any BatchSink, file: FileOutput) {
    self.sink = sink
    self.file = file
  }

  var laneCount: Int { sink.laneCount }
  var wantsMore: Bool { sink.wantsMore }

  func prepare(_ batch: RecordBatch) throws -> PreparedBatch { try sink.prepare(batch) }
  func write(_ batch: PreparedBatch, lane: Int) throws { try sink.write(batch, lane: lane) }
  func finish(lane: Int) throws { try sink.finish(lane: lane) }
  func abandon() { sink.abandon() }

  func close() throws {
    try sink.close()
    try file.finish()
  }
}
