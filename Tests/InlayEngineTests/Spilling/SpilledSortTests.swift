import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Orders that do not fit in memory")
struct SpilledSortTests {
  /// So little memory that nothing fits: every few batches are a run.
  private static let tight = RunLimits(memory: 32 << 10)

  private static let fields = [
    Field("text", .string), Field("number", .double), Field("wide", .decimal(precision: 30, scale: 2)),
    Field("list", .list(Field("element", .int64))), Field("row", .int64),
  ]

  /// Rows with few values a column, so that many are equal, and all that orders have to tell apart among them.
  private static func rows(_ count: Int) -> [[TypedCell]] {
    var generator = SeededGenerator(11)
    func pick(_ cells: [TypedCell]) -> TypedCell { cells[Int.random(in: 0..<cells.count, using: &generator)] }
    let texts: [TypedCell] = ["", "a", "a\0", "a\0b", "ab", "a text of more than twelve bytes", "ÿ"].map {
      .text($0)
    }
    let numbers: [TypedCell] = [-0.0, 0, 1.5, -1.5, .nan, .infinity, -.infinity].map { .number($0) }
    let wides: [TypedCell] = [-(1 << 90), -1, 0, 1, 1 << 90].map { .integer($0) }
    let lists: [TypedCell] = [.list([]), .list([.integer(1)]), .list([.integer(1), .null]), .list([.null])]
    return (0..<count).map { row in
      [
        pick(texts + [.null]), pick(numbers + [.null]), pick(wides + [.null]), pick(lists + [.null]),
        .integer(Int128(row)),
      ]
    }
  }

  private static let orders: [[SortOrder]] = [
    [SortOrder(0)], [SortOrder(0, descending: true)], [SortOrder(1, nullsFirst: false)],
    [SortOrder(1, descending: true, nullsFirst: true)], [SortOrder(2, descending: true), SortOrder(0)],
    [SortOrder(3), SortOrder(1, descending: true), SortOrder(2)], [SortOrder(4, descending: true)],
  ]

  @Test("Rows come in the same order as from memory, equal ones as they came", arguments: orders)
  func sameOrder(order: [SortOrder]) throws {
    let plan = try LogicalPlan.scan(typedTable(Self.fields, Self.rows(3000), batchSize: 100)).sorted(
      by: order)
    let held = try runTyped(plan)
    #expect(held.count == 3000)
    for threads in [1, 8] {
      #expect(try runTyped(plan, threads: threads, limits: Self.tight) == held)
    }
  }

  @Test("The first rows of an order are the same as from memory", arguments: [0, 1, 10, 1000, 2999, 4000])
  func limited(count: Int) throws {
    let rows = LogicalPlan.scan(typedTable(Self.fields, Self.rows(3000), batchSize: 100))
    let plan = try rows.sorted(by: [SortOrder(2), SortOrder(0)]).limited(to: count)
    #expect(try runTyped(plan, limits: Self.tight) == runTyped(plan))
  }
}
