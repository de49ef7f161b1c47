import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Groups that do not fit in memory")
struct SpilledGroupTests {
  /// So little memory that nothing fits: parts are divided as often as they can be.
  private static let tight = RunLimits(memory: 32 << 10)
  /// Memory for some part of the groups.
  private static let narrow = RunLimits(memory: 1 << 20)

  private static let fields = [
    Field("text", .string), Field("number", .double), Field("day", .date), Field("value", .int64),
    Field("decimal", .decimal(precision: 20, scale: 2)), Field("note", .string),
  ]

  private static func rows(_ count: Int, keys: Int) -> [[TypedCell]] {
    var generator = SeededGenerator(21)
    let numbers: [TypedCell] = [-0.0, 0, 2.5, .nan].map { .number($0) } + [.null]
    return (0..<count).map { row in
      let key = Int.random(in: 0..<keys, using: &generator)
      return [
        key % 50 == 0 ? .null : .text("\(JoinTests.long)\(key)"),
        numbers[Int.random(in: 0..<5, using: &generator)],
        .integer(Int128(key % 97)), key % 3 == 0 ? .null : .integer(Int128(row)),
        .integer(Int128(row % 1000)),
        .text("note \(row % 700) of more than twelve bytes"),
      ]
    }
  }

  private static func table(_ count: Int = 3000, keys: Int = 1200) -> LogicalPlan {
    .scan(typedTable(fields, rows(count, keys: keys), batchSize: 200))
  }

  private static let aggregates = [
    Aggregate(.count, of: nil, name: "rows"), Aggregate(.count, of: 3, name: "values"),
    Aggregate(.sum, of: 3, name: "sum"), Aggregate(.min, of: 5, name: "least"),
    Aggregate(.max, of: 4, name: "greatest"), Aggregate(.first, of: 3, name: "first"),
    Aggregate(.last, of: 5, name: "last"), Aggregate(.countDistinct, of: 5, name: "notes"),
    Aggregate(.sum, of: 4, name: "total"),
  ]

  @Test(
    "Groups are the same as from memory, and in the same order",
    arguments: [[0], [1], [0, 1], [2, 0], [4, 5]])
  func sameGroups(keys: [Int]) throws {
    let plan = try Self.table().aggregating(by: keys, Self.aggregates)
    let held = try runTyped(plan)
    #expect(held.count >= 4)
    #expect(try runTyped(plan, limits: Self.tight) == held)
    for threads in [1, 8] { #expect(try runTyped(plan, threads: threads, limits: Self.narrow) == held) }
  }

  @Test("Distinct rows are the first ones, in the order in which they come", arguments: [[0], [0, 1], [5]])
  func sameDistinctRows(columns: [Int]) throws {
    let plan = try Self.table().distinct(on: columns)
    let held = try runTyped(plan)
    for threads in [1, 8] { #expect(try runTyped(plan, threads: threads, limits: Self.narrow) == held) }
  }

  @Test("What is joined before and ordered afterwards is spilled too, and counted once")
  func nested() throws {
    let table = Self.table(3000, keys: 1000)
    let plan = try table.joined(
      to: Self.table(2500, keys: 900), keys: JoinKeys(left: [0], right: [0]), naming: .unchanged
    ).aggregating(
      by: [5, 0], [Aggregate(.sum, of: 3, name: "sum"), Aggregate(.count, of: nil, name: "rows")]
    )
    .sorted(by: [SortOrder(2, descending: true), SortOrder(1), SortOrder(0)])
    let held = CollectingSink()
    let heldReport = try PlanRun(workers: Workers(count: 2)).run(plan, into: held)
    let spilled = CollectingSink()
    let report = try PlanRun(workers: Workers(count: 2), limits: Self.tight).run(plan, into: spilled)
    #expect(typedRows(of: spilled.batches) == typedRows(of: held.batches))
    #expect(report.operators.map(\.kind) == heldReport.operators.map(\.kind))
    #expect(report.operators.map(\.rowsIn) == heldReport.operators.map(\.rowsIn))
    #expect(report.inputByteCount == heldReport.inputByteCount)
  }

  @Test("Distinct values of all rows are counted and summed as from memory", arguments: [1, 8])
  func oneGroup(threads: Int) throws {
    let distinct = [
      Aggregate(.countDistinct, of: 0, name: "texts"), Aggregate(.sumDistinct, of: 3, name: "distinct sum"),
      Aggregate(.countDistinct, of: 3, name: "distinct values"),
      Aggregate(.sumDistinct, of: 1, name: "numbers"),
    ]
    for aggregates in [Self.aggregates + distinct, distinct] {
      let plan = try Self.table().aggregating(by: [], aggregates)
      let held = try runTyped(plan)
      #expect(held.count == 1)
      #expect(try runTyped(plan, threads: threads, limits: Self.tight) == held)
      let empty = try Self.table(0).aggregating(by: [], aggregates)
      #expect(try runTyped(empty, threads: threads, limits: Self.tight) == runTyped(empty))
    }
  }

  @Test("The first rows are the same as from memory", arguments: [0, 1, 2999, 3000, 9000])
  func firstRows(count: Int) throws {
    let plan = try Self.table().limited(to: count)
    let held = try runTyped(plan)
    #expect(held.count == min(count, 3000))
    for threads in [1, 8] {
      #expect(try runTyped(plan, threads: threads, limits: Self.tight) == held)
    }
  }
}
