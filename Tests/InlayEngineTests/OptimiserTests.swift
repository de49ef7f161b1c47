import InlayColumns
import InlayEngine
import Testing

@Suite("Optimiser")
struct OptimiserTests {
  /// The columns that each scan of a plan reads, from left to right.
  private static func scannedNames(_ plan: LogicalPlan) -> [[String]] {
    if case .scan(let source, let columns, _) = plan.operation {
      return [columns.map { source.schema[$0].name }]
    }
    return plan.inputs.flatMap(scannedNames)
  }

  @Test("Only the columns that are asked for, and the keys, reach the sources")
  func pruning() throws {
    let left = table(["id", "a", "b"], [["1", "x", "p"]])
    let right = table(["ref", "c", "d"], [["1", "y", "q"]])
    let plan = try LogicalPlan.scan(left)
      .joined(to: .scan(right), keys: JoinKeys(left: [0], right: [0]))
      .selecting(["d", "a"])
      .renaming("d", to: "id")
    let optimised = Optimiser.optimise(plan)
    #expect(Self.scannedNames(optimised) == [["id", "a"], ["ref", "d"]])
    #expect(optimised.schema.names == ["id", "a"])
    #expect(try run(plan) == [["q", "x"]])
  }

  @Test("A column may be asked for twice")
  func repeated() throws {
    let plan = LogicalPlan.scan(table(["a", "b"], [["1", "2"]])).projecting(
      [1, 1, 0], names: ["x", "y", "z"])
    #expect(Self.scannedNames(Optimiser.optimise(plan)) == [["a", "b"]])
    #expect(try run(plan) == [["2", "2", "1"]])
  }

  @Test("Names that no column has are refused with the names there are")
  func unknownNames() {
    let plan = LogicalPlan.scan(table(["a", "b"], []))
    for attempt in [
      { try plan.selecting(["c"]) }, { try plan.dropping(["c"]) }, { try plan.renaming("c", to: "d") },
    ] {
      let error = #expect(throws: (any Error).self) { try attempt() }
      #expect("\(error!)" == "there is no column c; the columns are: a, b")
    }
    let error = #expect(throws: (any Error).self) { try plan.renaming("a", to: "b") }
    #expect("\(error!)" == "there is a column of this name already; choose another: b")
  }
}
