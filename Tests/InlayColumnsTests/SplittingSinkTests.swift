import InlayBytes
import InlayColumns
import Synchronization
import Testing

@Suite("Rows spread over several sinks")
struct SplittingSinkTests {
  /// A sink that notes the rows of each lane and the calls.
  private final class NotingSink: BatchSink {
    let laneCount: Int
    let rows: Mutex<[[Int64]]>
    let calls = Mutex([String]())

    init(lanes: Int) {
      laneCount = lanes
      rows = Mutex(Array(repeating: [], count: lanes))
    }

    func write(_ batch: PreparedBatch, lane: Int) {
      guard case .int64(let values) = batch.batch.columns[0].storage else { return }
      rows.withLock { rows in for index in 0..<values.count { rows[lane].append(values[index]) } }
    }
    func finish(lane: Int) { calls.withLock { $0.append("finish \(lane)") } }
    func close() { calls.withLock { $0.append("close") } }
    func abandon() { calls.withLock { $0.append("abandon") } }
  }

  /// The parts that a sink has made, in order.
  private final class Parts: Sendable {
    let sinks = Mutex([NotingSink]())

    func make(lanes: Int) -> @Sendable (Int) throws -> any BatchSink {
      { number in
        let sink = NotingSink(lanes: lanes)
        self.sinks.withLock { sinks in
          #expect(sinks.count == number)
          sinks.append(sink)
        }
        return sink
      }
    }

    func rows(lane: Int) -> [[Int64]] { sinks.withLock { $0 }.map { $0.rows.withLock { $0[lane] } } }
    var calls: [[String]] { sinks.withLock { $0 }.map { $0.calls.withLock { $0 } } }
  }

  private func batch(_ rows: Range<Int64>) -> RecordBatch {
    RecordBatch(
      schema: Schema([Field("n", .int64)]),
      columns: [Column(type: .int64, storage: .int64(Values(Array(rows))))],
      rowCount: rows.count)
  }

  @Test("Every part but the last is full, whatever the batches", arguments: [1, 2, 3, 7, 20])
  func parts(batchSize: Int64) throws {
    let parts = Parts()
    let sink = try SplittingSink(rowsPerPart: 3, makePart: parts.make(lanes: 1))
    for start in stride(from: Int64(0), to: 7, by: Int64.Stride(batchSize)) {
      try sink.write(batch(start..<min(start + batchSize, 7)))
    }
    try sink.finishAndClose()
    #expect(parts.rows(lane: 0) == [[0, 1, 2], [3, 4, 5], [6]])
    #expect(parts.calls == Array(repeating: ["finish 0", "close"], count: 3))
  }

  @Test("A full last part is not followed by an empty one, and no rows make one part")
  func borders() throws {
    let full = Parts()
    let sink = try SplittingSink(rowsPerPart: 3, makePart: full.make(lanes: 1))
    try sink.write(batch(0..<3))
    try sink.write(batch(3..<3))
    try sink.finishAndClose()
    #expect(full.rows(lane: 0) == [[0, 1, 2]])

    let empty = Parts()
    try SplittingSink(rowsPerPart: 3, makePart: empty.make(lanes: 1)).finishAndClose()
    #expect(empty.rows(lane: 0) == [[]])
    #expect(empty.calls == [["finish 0", "close"]])
  }

  @Test("Lanes go on at their own pace, and a part is closed by the last of them")
  func lanes() throws {
    let parts = Parts()
    let sink = try SplittingSink(rowsPerPart: 2, makePart: parts.make(lanes: 2))
    for lane in [1, 0] {
      try sink.write(PreparedBatch(batch(0..<5)), lane: lane)
      try sink.finish(lane: lane)
    }
    sink.close()
    #expect(parts.rows(lane: 0) == [[0, 1], [2, 3], [4]])
    #expect(parts.rows(lane: 1) == [[0, 1], [2, 3], [4]])
    #expect(parts.calls == Array(repeating: ["finish 1", "finish 0", "close"], count: 3))
  }

  @Test("What is abandoned is what was not closed")
  func abandonment() throws {
    let parts = Parts()
    let sink = try SplittingSink(rowsPerPart: 2, makePart: parts.make(lanes: 1))
    try sink.write(batch(0..<3))
    sink.abandon()
    #expect(parts.calls == [["finish 0", "close"], ["abandon"]])
  }
}
