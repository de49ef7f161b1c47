import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// What is said of plans that make no sense, when they are made.
@Suite("Refused plans")
struct PlanRefusalTests {
  private static let schema = Schema([
    Field("n", .int32), Field("list", .list(Field("element", .string))),
    Field("map", .map(key: Field("key", .string), value: Field("value", .int32))),
  ])
  private static let plan = LogicalPlan.scan(MemorySource(schema: schema, batches: []))

  private func message(_ body: () throws -> LogicalPlan) -> String? {
    #expect(throws: InlayError.self) { try body() }?.message
  }

  @Test("Unions")
  func unions() {
    #expect(message { try .union([]) } == "a union needs inputs")
    #expect(
      message { try .union([Self.plan, Self.plan.projecting([0])]) }
        == "the inputs of a union have the same number of columns; the first has 3, another 1")
    #expect(
      message { try .union([Self.plan.projecting([0]), Self.plan.projecting([1])]) }
        == "no type holds the values of both columns, so a union cannot; they are int32 and list(string)")
  }

  @Test("Joins")
  func joins() {
    #expect(
      message { try Self.plan.joined(to: Self.plan, keys: JoinKeys(left: [], right: [])) }
        == "a join needs one or more pairs of key columns")
    #expect(
      message { try Self.plan.joined(to: Self.plan, keys: JoinKeys(left: [0], right: [1])) }
        == "nested values cannot be compared, and so cannot be join keys: list")
  }

  @Test("Groups, orders and limits")
  func groups() {
    #expect(message { try Self.plan.limited(to: -1) } == "a number of rows is not negative; found -1")
    #expect(
      message { try Self.plan.aggregating(by: [], [Aggregate(.sum, of: nil, name: "s")]) }
        == "sum is computed of a column; name one")
    #expect(
      message { try Self.plan.aggregating(by: [], [Aggregate(.sum, of: 1, name: "s")]) }
        == "sum is not computed of values of this type; the type is list(string)")
    #expect(
      message { try Self.plan.distinct() }
        == "maps are not compared, so rows cannot be grouped or ordered by them")
  }
}
