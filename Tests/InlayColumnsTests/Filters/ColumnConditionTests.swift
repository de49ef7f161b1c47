import InlayBytes
import InlayColumns
import Testing

@Suite("Conditions of a column")
struct ColumnConditionTests {
  private static let schema = Schema([
    Field("n", .int64), Field("s", .string), Field("d", .date), Field("f", .double),
    Field("p", .decimal(precision: 5, scale: 1)), Field("b", .boolean),
  ])

  @Test(
    "Literals are constants of the column's type",
    arguments: [
      (0, ColumnCondition.greaterThan(50), RowFilter.comparison(column: 0, .greater, .integer(50))),
      (1, .equalTo("x"), .comparison(column: 1, .equal, .text("x"))),
      (2, .lessThan("1970-01-03"), .comparison(column: 2, .less, .integer(2))),
      (3, .atLeast(2), .comparison(column: 3, .greaterOrEqual, .double(2))),
      (3, .atMost(2.5), .comparison(column: 3, .lessOrEqual, .double(2.5))),
      (4, .notEqualTo(1.5), .comparison(column: 4, .notEqual, .integer(15))),
      (5, .equalTo(true), .comparison(column: 5, .equal, .boolean(true))),
      (
        0, .between(1, and: 2),
        .all([
          .comparison(column: 0, .greaterOrEqual, .integer(1)),
          .comparison(column: 0, .lessOrEqual, .integer(2)),
        ])
      ),
      (1, .not(.startsWith("a")), .not(.startsWith(column: 1, [97]))),
      (0, .any([.isNull, .isOneOf([3])]), .any([.isNull(column: 0), .isOneOf(column: 0, [.integer(3)])])),
      (0, .isNotNull, .isNotNull(column: 0)),
    ])
  func literals(column: Int, condition: ColumnCondition, filter: RowFilter) throws {
    #expect(try condition.filter(column: column, in: Self.schema) == filter)
  }

  @Test("Values that are known at run time")
  func values() throws {
    let condition = ColumnCondition.isOneOf([FilterConstant(UInt8(7)), FilterConstant(Double.nan)])
    let filter = try condition.filter(column: 3, in: Self.schema)
    guard case .isOneOf(3, let values) = filter, case .double(let last)? = values.last else {
      Issue.record("\(filter)")
      return
    }
    #expect(values.first == .double(7))
    #expect(last.isNaN)
  }

  @Test("Constants that are no values of the column are refused")
  func errors() {
    let error = #expect(throws: InlayError.self) {
      try ColumnCondition.equalTo(1.5).filter(column: 0, in: Self.schema)
    }
    #expect(error?.description == "column n: not a value of type int64: 1.5")
    let start = #expect(throws: InlayError.self) {
      try ColumnCondition.startsWith("1").filter(column: 0, in: Self.schema)
    }
    #expect(
      start?.description == "column n: only strings and binaries begin with something; the type is int64")
    let number = #expect(throws: InlayError.self) {
      try ColumnCondition.equalTo(1).filter(column: 1, in: Self.schema)
    }
    #expect(number?.description == "column s: strings are compared with a text in quotes; found 1")
  }
}
