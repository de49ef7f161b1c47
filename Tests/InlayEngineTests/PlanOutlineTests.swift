import InlayColumns
import InlayEngine
import Testing

@Suite("Plan outline")
struct PlanOutlineTests {
  private static func plan(_ names: [String], rowCount: Int, label: String) -> LogicalPlan {
    .scan(table(names, (0..<rowCount).map { row in names.map { _ in "\(row % 5)" } }), label: label)
  }

  /// The outline as lines: depth by spaces, the operation, its label, and after a run the rows in and out.
  private static func lines(_ outline: PlanOutline, depth: Int = 0) -> [String] {
    var line = String(repeating: " ", count: depth) + outline.operation
    if let label = outline.label { line += " [\(label)]" }
    for step in outline.operators { line += ", \(step.kind.rawValue) \(step.rowsIn)>\(step.rowsOut)" }
    return [line] + outline.inputs.flatMap { lines($0, depth: depth + 1) }
  }

  @Test("Every operation has words of its own, which name the columns")
  func words() throws {
    let left = Self.plan(["id", "name"], rowCount: 20, label: "L")
    let right = Self.plan(["key", "value", "more"], rowCount: 8, label: "R")
    let plan = try left.filtering(.isNotNull(column: 1), label: "C")
      .joined(
        to: right.projecting([0, 1], label: "P"), keys: JoinKeys(left: [0], right: [0]), kind: .left,
        naming: .unchanged, label: "J"
      )
      .aggregating(by: [0], [Aggregate(.max, of: 3, name: "max(value)")], label: "A")
      .distinct(on: [1], label: "D").sorted(by: [SortOrder(1)], label: "S").limited(to: 3, label: "N")
    #expect(
      Self.lines(plan.outline) == [
        "limit 3 [N]", " sort by max(value) [S]", "  distinct by max(value) [D]",
        "   aggregate max(value) by id [A]", "    join left on id = key [J]", "     filter where name [C]",
        "      scan 2 columns [L]", "     project 2 of 3 columns [P]", "      scan 3 columns [R]",
      ])
    #expect(plan.outline.estimate.rowCount == 3)
    #expect(plan.outline.inputs[0].estimate.rowCount == 20)
  }

  @Test("A run's numbers go to the operations that they are of, whichever side of a join is built first")
  func counted() throws {
    // Both projections have no label, and both joins the same: only the order of the run tells them apart.
    let small = Self.plan(["id", "a"], rowCount: 10, label: "small")
    let large = Self.plan(["id", "b"], rowCount: 40, label: "large")
    let inner = try large.projecting([0, 1]).joined(
      to: small.projecting([0]), keys: JoinKeys(left: [0], right: [0]), naming: .dotFirst, label: "J")
    let plan = try inner.joined(
      to: Self.plan(["k"], rowCount: 5, label: "tiny"), keys: JoinKeys(left: [0], right: [0]),
      kind: .leftSemi,
      label: "J")
    var reports = try PlanRun().run(plan, into: CollectingSink(), label: "T").operators
    let outline = Optimiser.optimise(plan).outline.counted(taking: &reports)
    #expect(
      Self.lines(outline) == [
        "join left semi on .id = k [J], build 5>5, probe 80>80",
        " join inner on id = id [J], build 10>10, probe 40>80", "  project 2 columns, project 40>40",
        "   scan 2 columns [large], scan 0>40", "  project 1 column, project 10>10",
        "   scan 1 of 2 columns [small], scan 0>10", " scan 1 column [tiny], scan 0>5",
      ])
    #expect(reports.map(\.kind) == [.write])
  }
}
