import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// What holds of expressions whatever Spark does: forms of columns, filters, limits and refusals.
@Suite("Expressions")
struct ExpressionTests {
  private static func values(_ text: String, over batch: RecordBatch) throws -> [String] {
    let expression = try #require(SQLText.expression(text), "\(text)")
    let plan = try LogicalPlan.scan(MemorySource(schema: batch.schema, batches: [batch]))
      .computing([(name: "x", value: expression)])
    let sink = CollectingSink()
    _ = try PlanRun(workers: Workers(count: 1)).run(plan, into: sink)
    return sink.batches.flatMap { CellValues.texts($0.columns[0]) }
  }

  @Test(
    "A column of positions in few values gives what its values give",
    arguments: [
      "upper(a)", "cast(a AS int)", "a IS NULL", "coalesce(a, 'x')", "a = '1'", "NOT a > '1'", "concat(a, a)",
      "CASE WHEN a IS NULL THEN 'none' ELSE a END", "length(a) + 1", "rlike(a, '^[0-9]$')",
      "coalesce(a, b)", "a = b",
    ])
  func dictionaries(_ text: String) throws {
    let base = DictionaryBase(CellValues.column(.string, ["1", nil, "abc"]))
    let indices = Values((0..<12).map { UInt32($0 % 3) })
    let shared = Column(
      type: .string, storage: .dictionary(DictionaryValues(base: base, indices: indices)),
      validity: Bitmap((0..<12).map { $0 % 5 != 0 }))
    let other = CellValues.column(.string, (0..<12).map { $0 % 4 == 0 ? nil : "\($0 % 2)" })
    let schema = Schema([Field("a", .string), Field("b", .string)])
    let forms = [shared, shared.decoded()].map {
      RecordBatch(schema: schema, columns: [$0, other], rowCount: 12)
    }
    #expect(try Self.values(text, over: forms[0]) == Self.values(text, over: forms[1]))
  }

  @Test("A filter that a condition becomes keeps the rows that the condition keeps")
  func filters() throws {
    let constants = [
      "0", "1", "-1", "127", "1000", "1.5", "0.00", "'1'", "'b'", "true", "-1.5D", "3000000000L",
    ]
    let operators = ["=", "<>", "<", "<=", ">", ">="]
    var filterCount = 0
    for frame in try SemanticsFixture("casts").frames {
      for (constant, sign) in constants.flatMap({ constant in operators.map { (constant, $0) } }) {
        for text in ["a \(sign) \(constant)", "NOT (\(constant) \(sign) a)"] {
          filterCount += try Self.expectSameRows(text, frame.batch) ? 1 : 0
        }
      }
    }
    #expect(filterCount > 500)
  }

  /// Holds a condition against itself in a form that is no filter; returns whether it became a filter.
  private static func expectSameRows(_ text: String, _ batch: RecordBatch) throws -> Bool {
    let condition = try #require(SQLText.expression(text), "\(text)")
    let source = LogicalPlan.scan(MemorySource(schema: batch.schema, batches: [batch]))
    guard let filtered = try? source.filtering(where: condition) else { return false }
    guard case .filter = filtered.operation else { return false }
    let plain = try source.filtering(where: .any([condition, .literal(.boolean(false))]))
    let kept = try [filtered, plain].map { plan in
      let sink = CollectingSink()
      _ = try PlanRun(workers: Workers(count: 1)).run(plan, into: sink)
      return sink.batches.flatMap { CellValues.texts($0.columns[0]) }
    }
    #expect(kept[0] == kept[1], "\(text) over \(batch.schema[0].type)")
    return true
  }

  @Test("What a filter can say of a condition goes into one, and the rest stays a condition")
  func divided() throws {
    let batch = RecordBatch(
      schema: Schema([Field("a", .int32)]), columns: [CellValues.column(.int32, ["1", "2", "3", nil])],
      rowCount: 4)
    let condition = try #require(SQLText.expression("a > 1 AND a % 2 = 1"))
    let plan = try LogicalPlan.scan(MemorySource(schema: batch.schema, batches: [batch])).filtering(
      where: condition)
    guard case .condition(let input, let rest) = plan.operation, case .filter = input.operation else {
      Issue.record("the comparison is no filter")
      return
    }
    #expect(rest == SQLText.expression("a % 2 = 1"))
  }

  @Test(
    "A regular expression that is not matched is refused by name",
    arguments: [
      ("(", "a group is not closed"), ("a{2", "{n}, {n,} or {n,m}"), ("[a", "a class is not closed"),
      ("*", "nothing stands before *"), ("(a)\\1", "references back to groups"), ("\\p{IsGreek}", "IsGreek"),
      ("(?u)a", "the flags are i, m, s and x"), ("((a{1000}){1000}){1000}", "repeats too much"),
      ("a)", "closes no group"),
    ])
  func refusals(_ pattern: String, _ message: String) throws {
    let batch = RecordBatch(
      schema: Schema([Field("a", .string)]), columns: [CellValues.column(.string, ["a"])], rowCount: 1)
    let source = LogicalPlan.scan(MemorySource(schema: batch.schema, batches: [batch]))
    do {
      _ = try source.computing([(name: "x", value: .call(.rlike, [.column(0), .literal(.string(pattern))]))])
      Issue.record("\(pattern) is matched")
    } catch let error as InlayError {
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test("An expression that takes others for ever is matched in time that grows with the text")
  func catastrophe() throws {
    let text = String(repeating: "a", count: 4_000) + "b"
    let batch = RecordBatch(
      schema: Schema([Field("a", .string)]), columns: [CellValues.column(.string, [text])], rowCount: 1)
    #expect(try Self.values("rlike(a, '^(a+)+$')", over: batch) == ["false"])
    #expect(try Self.values("rlike(a, '^(a|aa)+b$')", over: batch) == ["true"])
  }

  @Test("Texts and numbers beyond all limits are null")
  func hostility() throws {
    let zone = "2020-01-02T03:04:05+" + String(repeating: "9", count: 40)
    let digits = String(repeating: "9", count: 400)
    let batch = RecordBatch(
      schema: Schema([Field("a", .string), Field("b", .decimal(precision: 38, scale: 0))]),
      columns: [
        CellValues.column(.string, [zone, digits, "1e" + digits]),
        Column(type: .decimal(precision: 38, scale: 0), storage: .int128(Values([.min, .max, 0]))),
      ], rowCount: 3)
    for type in ["timestamp", "date", "bigint", "decimal(38,0)"] {
      #expect(
        try Self.values("cast(a AS \(type))", over: batch).dropFirst(type == "date" ? 1 : 0).allSatisfy {
          $0 == "\\N"
        })
    }
    for text in ["b - b", "b * b", "b / b", "b % b", "round(b, -5)", "abs(b)", "cast(b AS string)", "-1 * b"]
    {
      _ = try Self.values(text, over: batch)
    }
  }

  @Test("A decimal of too many digits is refused")
  func decimalLimits() throws {
    let source = LogicalPlan.scan(MemorySource(schema: Schema([Field("a", .int32)]), batches: []))
    for (precision, scale) in [(39, 0), (0, 0), (10, 11), (10, -1)] {
      let value = Expression.cast(.column(0), .decimal(precision: precision, scale: scale))
      #expect(throws: InlayError.self) { try source.computing([(name: "x", value: value)]) }
    }
  }

  @Test("Types that Spark has not are taken as the next ones that it has")
  func widened() throws {
    let batch = RecordBatch(
      schema: Schema([Field("a", .uint64), Field("b", .uint8), Field("c", .timestamp(.nanos, isUTC: true))]),
      columns: [
        Column(type: .uint64, storage: .uint64(Values([.max]))),
        Column(type: .uint8, storage: .uint8(Values([255]))),
        Column(type: .timestamp(.nanos, isUTC: true), storage: .int64(Values([-1]))),
      ], rowCount: 1)
    #expect(try Self.values("a + 1", over: batch) == ["18446744073709551616"])
    #expect(try Self.values("b + b", over: batch) == ["510"])
    #expect(try Self.values("cast(c AS string)", over: batch) == ["1969-12-31 23:59:59.999999"])
  }
}
