import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Filters in plans")
struct FilterTests {
  private static func equal(_ column: Int, _ text: String) -> RowFilter {
    .comparison(column: column, .equal, .text(text))
  }

  /// A plan as text: what reads what, with the positions that filters look at.
  private static func outline(_ plan: LogicalPlan) -> String {
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      let names = columns.map { source.schema[$0].name }.joined(separator: ",")
      return "scan(\(names)" + (filter.map { " where \($0.columns)" } ?? "") + ")"
    case .project(let input, let columns): return "project(\(columns) \(outline(input)))"
    case .filter(let input, let filter): return "filter(\(filter.columns) \(outline(input)))"
    case .join(let left, let right, _, _): return "join(\(outline(left)), \(outline(right)))"
    case .union(let inputs): return "union(\(inputs.map(outline).joined(separator: ", ")))"
    case .sort(let input, _): return "sort(\(outline(input)))"
    case .limit(let input, _): return "limit(\(outline(input)))"
    case .distinct(let input, let columns): return "distinct(\(columns) \(outline(input)))"
    case .aggregate(let input, let keys, _): return "aggregate(\(keys) \(outline(input)))"
    case .compute(let input, let columns): return "compute(\(columns.map(\.columns)) \(outline(input)))"
    case .condition(let input, let condition): return "condition(\(condition.columns) \(outline(input)))"
    }
  }

  private static let names = ["id", "a", "b"]
  private static let cells: [[Cell]] = (0..<60).map {
    ["\($0)", "\($0 % 3)", $0 % 4 == 0 ? nil : "\($0 % 2)"]
  }

  @Test("Filters go through projections and renames into the scan, which reads what is wanted only")
  func intoScan() throws {
    let plan = try LogicalPlan.scan(table(Self.names, Self.cells))
      .filtering(Self.equal(2, "1"))
      .renaming("a", to: "x")
      .selecting(["x", "id"])
      .filtering(Self.equal(0, "2"))
      .selecting(["id"])
    #expect(Self.outline(Optimiser.optimise(plan)) == "project([0] scan(id where [1, 2]))")
    let expected = Self.cells.filter { $0[1] == "2" && $0[2] == "1" }.map { [$0[0]] }
    #expect(try run(plan) == expected)
  }

  @Test("Each side of a join gets the filters that look at it alone; the others run above it")
  func joins() throws {
    let left = table(["id", "a", "b"], Self.cells)
    let right = table(["id", "c"], (0..<60).map { ["\($0)", "\($0 % 5)"] })
    let plan = try LogicalPlan.scan(left)
      .joined(to: .scan(right), keys: JoinKeys(left: [0], right: [0]))
      .filtering(.all([Self.equal(1, "1"), .all([Self.equal(4, "3"), .isNotNull(column: 2)])]))
      .filtering(.any([Self.equal(2, "1"), Self.equal(4, "0")]))
      .selecting([".id"])
    let optimised = Optimiser.optimise(plan)
    #expect(
      Self.outline(optimised)
        == "project([0] filter([1, 2] project([0, 1, 3] join(scan(id,b where [1, 2]), scan(id,c where [1])))))"
    )
    let expected = (0..<60).filter { $0 % 3 == 1 && $0 % 5 == 3 && $0 % 4 != 0 && $0 % 2 == 1 }
    #expect(try run(plan) == expected.map { ["\($0)"] })
  }

  @Test("A join whose filter looks at both sides gives the rows that it gives without the optimiser")
  func above() throws {
    let left = table(["id", "a"], Self.cells.map { [$0[0], $0[1]] })
    let plan = try LogicalPlan.scan(left)
      .joined(
        to: .scan(table(["id", "b"], Self.cells.map { [$0[0], $0[2]] })),
        keys: JoinKeys(left: [0], right: [0])
      )
      .filtering(.not(.any([Self.equal(1, "0"), .isNull(column: 3)])), label: "Filter")
    let report = try PlanRun(workers: Workers(count: 2)).run(plan, into: CollectingSink())
    let kept = Self.cells.filter { $0[1] != "0" && $0[2] != nil }
    #expect(report.rowCount == kept.count)
    #expect(report.operators.contains { $0.kind == .filter && $0.rowsIn == 60 && $0.rowsOut == kept.count })
  }

  @Test("The report says how many rows did not meet a scan's filter")
  func report() throws {
    let plan = try LogicalPlan.scan(table(Self.names, Self.cells)).filtering(Self.equal(1, "0"))
    let report = try PlanRun(workers: Workers(count: 2)).run(plan, into: CollectingSink())
    #expect(report.skipped.rowsByFilter == 40)
    #expect(report.adding(report).skipped.rowsByFilter == 80)
  }

  @Test("A filter that does not go with the columns is refused when the plan is made")
  func errors() {
    let plan = LogicalPlan.scan(table(["id"], []))
    let column = #expect(throws: InlayError.self) { try plan.filtering(.isNull(column: 1)) }
    #expect(column?.message == "the filter names a column that is not among the 1 there are: 1")
    let kind = #expect(throws: InlayError.self) {
      try plan.filtering(.comparison(column: 0, .equal, .integer(1)))
    }
    #expect(
      kind?.message == "a string is compared with a value of kind bytes; the filter gives integer(1)")
  }
}
