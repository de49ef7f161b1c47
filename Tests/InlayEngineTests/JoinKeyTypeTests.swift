import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Join keys of different types")
struct JoinKeyTypeTests {
  private static func numbers() -> LogicalPlan {
    let schema = Schema([Field("n", .int64), Field("id", .string)])
    let numbers = Column(
      type: .int64, storage: .int64(Values([1, 2, 0, 4])), validity: Bitmap([true, true, false, true]))
    let texts = Column(type: .string, storage: .views(ViewValues(["one", "two", "none", "four"])))
    return .scan(
      MemorySource(
        schema: schema, batches: [RecordBatch(schema: schema, columns: [numbers, texts], rowCount: 4)]))
  }

  private static let texts: [[Cell]] = [
    ["4", "d"], [" 1 ", "a"], ["x", "no"], [nil, "null"], ["2.9", "b"],
  ]

  @Test("A text is compared with a number as a number, and the columns stay what they are")
  func textWithNumber() throws {
    let plan = try LogicalPlan.scan(table(["key", "name"], Self.texts)).joined(
      to: Self.numbers(), keys: JoinKeys(left: [0], right: [0]))
    #expect(plan.schema.names == ["key", "name", "n", "id"])
    #expect(plan.schema.fields.map(\.type) == [.string, .string, .int64, .string])
    let pairs = try run(plan.projecting([0, 1, 3]))
    #expect(Set(pairs) == [["4", "d", "four"], [" 1 ", "a", "one"], ["2.9", "b", "two"]])
  }

  @Test("Rows without a partner keep their own keys")
  func outer() throws {
    let plan = try Self.numbers().joined(
      to: .scan(table(["n", "name"], Self.texts)), keys: JoinKeys(left: [0], right: [0]), kind: .full,
      naming: .unchanged)
    #expect(plan.schema.names == ["n", "id", "n", "name"])
    let rows = try run(plan.projecting([1, 2, 3]))
    #expect(rows.count == 6)
    #expect(rows.contains([nil, "x", "no"]) && rows.contains(["none", nil, nil]))
    let anti = try Self.numbers().joined(
      to: .scan(table(["n", "name"], Self.texts)), keys: JoinKeys(left: [0], right: [0]), kind: .leftAnti)
    #expect(try run(anti.projecting([1])) == [["none"]])
  }
}
