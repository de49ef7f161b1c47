import InlayBytes
import InlayColumns
import InlayEngine
import Synchronization
import Testing

@Suite("Plan run")
struct PlanRunTests {
  /// A source of `count` batches that fails at some of them.
  final class FailingScan: BatchSource, BatchScan {
    let schema = Schema([Field("n", .int64)])
    let count: Int
    let failing: Set<Int>
    private let next = Atomic(0)

    init(count: Int, failing: Set<Int>) {
      self.count = count
      self.failing = failing
    }

    var estimate: SizeEstimate { SizeEstimate(byteCount: count) }
    var progress: ScanProgress { ScanProgress() }
    func scan(_ request: ScanRequest) -> any BatchScan { self }

    func nextMorsel() -> Morsel? {
      let sequence = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return sequence < count ? Morsel(sequence: sequence, content: 0) : nil
    }

    func read(_ morsel: Morsel) throws -> RecordBatch {
      if failing.contains(morsel.sequence) { throw InlayError(.corrupt, "batch \(morsel.sequence)") }
      let column = Column(type: .int64, storage: .int64(Values([Int64(morsel.sequence)])))
      return RecordBatch(schema: schema, columns: [column], rowCount: 1)
    }
  }

  /// A sink of several lanes that notes what each lane is given and how the calls are ordered.
  final class LaneSink: BatchSink {
    let laneCount: Int
    let calls = Gate<[String]>([])
    let lanes: Gate<[[Int64]]>
    let failingRow: Int64?

    init(lanes: Int, failingRow: Int64? = nil) {
      laneCount = lanes
      self.lanes = Gate(Array(repeating: [], count: lanes))
      self.failingRow = failingRow
    }

    func write(_ batch: PreparedBatch, lane: Int) throws {
      guard case .int64(let values) = batch.batch.columns[0].storage else { return }
      if values[0] == failingRow { throw InlayError(.io, "row \(values[0])") }
      lanes.withLock { $0[lane].append(values[0]) }
    }
    func finish(lane: Int) { calls.withLock { $0.append("finish \(lane)") } }
    func close() { calls.withLock { $0.append("close") } }
    func abandon() { calls.withLock { $0.append("abandon") } }
  }

  @Test(
    "Every lane is given every batch in order, is finished once, and then the sink is closed",
    arguments: [1, 2, 8])
  func lanes(threads: Int) throws {
    let sink = LaneSink(lanes: 5)
    let source = FailingScan(count: 300, failing: [])
    _ = try PlanRun(workers: Workers(count: threads)).run(.scan(source), into: sink)
    for lane in sink.lanes.withLock({ $0 }) { #expect(lane == (0..<300).map(Int64.init)) }
    let calls = sink.calls.withLock { $0 }
    #expect(calls.last == "close")
    #expect(calls.dropLast().sorted() == (0..<5).map { "finish \($0)" })
  }

  @Test("Progress counts the rows that reach the target, and not those of a join's build side")
  func progress() throws {
    let small = LogicalPlan.scan(table(["id"], [["a"], ["b"]]))
    let large = LogicalPlan.scan(table(["key"], (0..<50).map { [$0 < 3 ? "a" : "x"] }))
    let monitor = RunMonitor()
    let plan = try small.joined(to: large, keys: JoinKeys(left: [0], right: [0]))
    let report = try PlanRun(workers: Workers(count: 2), monitor: monitor).run(plan, into: CollectingSink())
    #expect(report.rowCount == 3)
    #expect(monitor.progress.rowsWritten == 3)
  }

  @Test("The first error in the order of the rows is thrown, and the sink abandoned", arguments: [1, 2, 8])
  func errors(threads: Int) {
    for _ in 0..<20 {
      let sink = LaneSink(lanes: 3)
      let source = FailingScan(count: 100, failing: [40, 41, 42, 43])
      let error = #expect(throws: InlayError.self) {
        try PlanRun(workers: Workers(count: threads)).run(.scan(source), into: sink)
      }
      #expect(error?.message == "batch 40")
      #expect(sink.calls.withLock { $0 } == ["abandon"])
    }
  }

  @Test("An error of the sink stops the run")
  func sinkError() {
    let sink = LaneSink(lanes: 3, failingRow: 17)
    let source = FailingScan(count: 100, failing: [])
    let error = #expect(throws: InlayError.self) {
      try PlanRun(workers: Workers(count: 2)).run(.scan(source), into: sink)
    }
    #expect(error?.message == "row 17")
    #expect(sink.calls.withLock { $0 } == ["abandon"])
  }

  @Test("A stopped run ends with an error that says so")
  func cancellation() {
    let monitor = RunMonitor()
    monitor.cancel()
    let error = #expect(throws: InlayError.self) {
      try PlanRun(workers: Workers(count: 2), monitor: monitor)
        .run(.scan(FailingScan(count: 100, failing: [])), into: CollectingSink())
    }
    #expect(error?.code == .cancelled)
    #expect(error?.message == "the run was stopped")
  }

  @Test("A sink that has enough ends the run early")
  func limit() throws {
    let sink = CollectingSink(limit: 5)
    _ = try PlanRun(workers: Workers(count: 2)).run(
      .scan(FailingScan(count: 1_000_000, failing: [500_000])), into: sink)
    #expect(sink.batches.count == 5)
  }

  @Test("The report counts rows by operator under the labels of the plan")
  func report() throws {
    let rows = (0..<50).map { ["\($0)", "v"] as [Cell] }
    let plan = try LogicalPlan.scan(table(["id", "a"], rows), label: "Left")
      .joined(
        to: .scan(table(["id", "b"], Array(rows.prefix(20))), label: "Right"),
        keys: JoinKeys(left: [0], right: [0]),
        label: "Join"
      )
      .dropping([".id"], label: "Drop")
    let report = try PlanRun(workers: Workers(count: 2)).run(plan, into: CollectingSink(), label: "Target")
    #expect(report.rowCount == 20)
    let lines = report.operators.map { "\($0.kind.rawValue) \($0.label ?? "-") \($0.rowsIn) \($0.rowsOut)" }
    #expect(
      lines == [
        "scan Right 0 20", "build Join 20 20", "scan Left 0 50", "probe Join 50 20", "project Drop 20 20",
        "write Target 20 20",
      ])
  }
}
