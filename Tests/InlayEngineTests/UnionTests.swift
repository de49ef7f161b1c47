import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Unions and limits")
struct UnionTests {
  private static let first: [[Cell]] = (0..<40).map { ["a\($0)", $0 % 5 == 0 ? nil : "x"] }
  private static let second: [[Cell]] = (0..<23).map { ["b\($0)", "y"] }

  @Test(
    "A union gives the rows of its inputs one after the other, under the first one's names",
    arguments: [1, 2, 8])
  func rows(threads: Int) throws {
    let plan = try LogicalPlan.union([
      .scan(table(["n", "v"], Self.first)), .scan(table(["m", "w"], [])),
      .scan(table(["k", "u"], Self.second, batchSize: 3)),
    ])
    #expect(plan.schema.names == ["n", "v"])
    #expect(try run(plan, threads: threads) == Self.first + Self.second)
  }

  @Test("Filters and column choices go into every input of a union")
  func optimised() throws {
    let plan = try LogicalPlan.union([
      .scan(table(["n", "v"], Self.first)), .scan(table(["m", "w"], Self.second)),
    ]).filtering(.comparison(column: 1, .equal, .text("y"))).projecting([0])
    #expect(try run(plan) == Self.second.map { [$0[0]] })
  }

  @Test("Inputs of different widths are refused")
  func widths() throws {
    #expect(throws: InlayError.self) {
      try LogicalPlan.union([.scan(table(["n", "v"], [])), .scan(table(["n"], []))])
    }
  }

  @Test(
    "A limit gives the first rows, and filters above it see no others", arguments: [0, 1, 7, 39, 40, 100])
  func limit(count: Int) throws {
    let plan = try LogicalPlan.scan(table(["n", "v"], Self.first)).limited(to: count)
    #expect(try run(plan, threads: 8) == Array(Self.first.prefix(count)))
    let filtered = try plan.filtering(.isNull(column: 1))
    #expect(try run(filtered) == Self.first.prefix(count).filter { $0[1] == nil })
  }
}
