import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// Joins of a few rows that make many, which come in several batches.
@Suite("Joins with many pairs")
struct ManyPairsTests {
  private static let small: RunLimits = {
    var limits = RunLimits()
    limits.batchRowCount = 10
    return limits
  }()

  /// Rows of a skewed key, one of a few others, and none, in every batch.
  private static func skewed(_ count: Int, _ name: String) -> [[Cell]] {
    (0..<count).map { row in
      [
        row % 5 == 0 ? (row % 10 == 0 ? nil : "\(name)\(row)") : row % 7 == 0 ? "b" : "a",
        "\(name) row \(row)",
      ]
    }
  }

  private func joined(_ kind: JoinKind) throws -> LogicalPlan {
    try LogicalPlan.scan(table(["k", "l"], Self.skewed(40, "l"), batchSize: 30)).joined(
      to: .scan(table(["m", "r"], Self.skewed(50, "r"), batchSize: 20)),
      keys: JoinKeys(left: [0], right: [0]),
      kind: kind)
  }

  @Test(
    "The rows are those of one batch, in the same order",
    arguments: [JoinKind.inner, .left, .right, .full], [1, 2, 8])
  func kinds(kind: JoinKind, threads: Int) throws {
    let plan = try joined(kind)
    let whole = try run(plan, threads: 1)
    #expect(whole.count > 900)
    #expect(try run(plan, threads: threads, limits: Self.small) == whole)
  }

  @Test("Batches have the rows that are allowed")
  func batchSizes() throws {
    let sink = CollectingSink()
    _ = try PlanRun(limits: Self.small).run(try joined(.inner), into: sink)
    #expect(sink.batches.map(\.rowCount).max() == 10)
    var limits = Self.small
    // As many as the pairs of a batch of 20 rows with 24 or so each.
    limits.batchRowCount = 4096
    let wide = CollectingSink()
    _ = try PlanRun(limits: limits).run(try joined(.inner), into: wide)
    #expect(wide.batches.count == 3)
    #expect(rows(of: wide.batches) == rows(of: sink.batches))
  }

  @Test("A join of what a join gives, and of a union of these", arguments: [1, 2, 8])
  func joinsOfJoins(threads: Int) throws {
    let third = LogicalPlan.scan(table(["n", "t"], Self.skewed(8, "t")))
    let pairs = try joined(.full)
    let plan = try LogicalPlan.union([pairs, pairs]).joined(
      to: third, keys: JoinKeys(left: [0], right: [0]), kind: .full)
    let whole = try run(plan, threads: 1)
    #expect(whole.count > 8_000)
    #expect(try run(plan, threads: threads, limits: Self.small) == whole)
  }

  @Test("A limit stops the making of pairs", arguments: [1, 8], [JoinKind.inner, .full])
  func limits(threads: Int, kind: JoinKind) throws {
    let pairs = try joined(kind)
    let first = Array(try run(pairs, threads: 1).prefix(25))
    #expect(try run(pairs.limited(to: 25), threads: threads, limits: Self.small) == first)
  }

  @Test("An error of the output ends the run", arguments: [1, 2, 8])
  func failingOutput(threads: Int) throws {
    let plan = try joined(.full)
    let error = #expect(throws: InlayError.self) {
      try PlanRun(workers: Workers(count: threads), limits: Self.small).run(plan, into: FullSink())
    }
    #expect(error?.message == "the disk of the test is full")
  }

  @Test("Parts that come from temporary files have many pairs too", arguments: [1, 8])
  func spilled(threads: Int) throws {
    let plan = try joined(.full)
    var limits = Self.small
    limits.memory = 4 << 10
    let spilled = try run(plan, threads: threads, limits: limits)
    #expect(Set(spilled) == Set(try run(plan)))
    #expect(spilled.count == (try run(plan)).count)
  }
}

/// Takes some batches, and then has no room.
private final class FullSink: BatchSink {
  private let count = Gate(0)

  var laneCount: Int { 2 }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    try count.withLock { count in
      count += 1
      if count > 20 { throw InlayError(.io, "the disk of the test is full") }
    }
  }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}
}
