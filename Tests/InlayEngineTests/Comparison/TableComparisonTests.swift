import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Comparison of tables")
struct TableComparisonTests {
  private static let schema = Schema([Field("n", .int64), Field("t", .string)])

  /// A table of numbers and texts, cut into batches of so many rows.
  private func table(_ rows: [(Int?, String?)], batch size: Int = 3) -> MemorySource {
    let batches = stride(from: 0, to: rows.count, by: size).map { start in
      let part = rows[start..<min(start + size, rows.count)]
      return RecordBatch(
        schema: Self.schema,
        columns: [
          Column(
            type: .int64, storage: .int64(Values(part.map { Int64($0.0 ?? 0) })),
            validity: Bitmap(part.map { $0.0 != nil })),
          Column(
            type: .string, storage: .views(ViewValues(part.map { $0.1 ?? "" })),
            validity: Bitmap(part.map { $0.1 != nil })),
        ], rowCount: part.count)
    }
    return MemorySource(schema: Self.schema, batches: batches)
  }

  private func single(_ field: Field, _ storage: ColumnStorage) -> MemorySource {
    let schema = Schema([field])
    let column = Column(type: field.type, storage: storage)
    return MemorySource(
      schema: schema, batches: [RecordBatch(schema: schema, columns: [column], rowCount: column.count)])
  }

  private func compare(
    _ left: MemorySource, _ right: MemorySource, _ change: (inout TableComparison) -> Void = { _ in }
  ) throws -> ComparisonReport {
    var comparison = TableComparison()
    comparison.workers = Workers(count: 2)
    change(&comparison)
    return try comparison.run(left, right)
  }

  private static let rows: [(Int?, String?)] = (0..<20).map {
    ($0 % 7 == 3 ? nil : $0, "text number \($0 % 5)")
  }

  @Test("Equal tables differ in nothing, however they are cut", arguments: [1, 4, 100], [false, true])
  func equal(size: Int, isUnordered: Bool) throws {
    let report = try compare(table(Self.rows), table(Self.rows, batch: size)) { $0.isUnordered = isUnordered }
    #expect(report.isEqual && report.rows.isEmpty)
    #expect(report.leftRowCount == 20 && report.rightRowCount == 20)
  }

  @Test("In order each row that differs is told with its values")
  func values() throws {
    var rows = Self.rows
    rows[4].1 = nil
    rows[11] = (-1, "x")
    let report = try compare(table(Self.rows), table(rows, batch: 5))
    #expect(report.differingRowCount == 2)
    #expect(
      report.rows == [
        .values(row: 4, [ValueDifference(column: "t", left: "text number 4", right: nil)]),
        .values(
          row: 11,
          [
            ValueDifference(column: "n", left: "11", right: "-1"),
            ValueDifference(column: "t", left: "text number 1", right: "x"),
          ]),
      ])
    #expect(try compare(table(Self.rows), table(rows)) { $0.limit = 1 }.rows.count == 1)
  }

  @Test("Rows behind the shorter table's end are the longer one's alone")
  func rest() throws {
    let report = try compare(table(Self.rows), table(Array(Self.rows.prefix(18))))
    #expect(report.differingRowCount == 2)
    #expect((report.leftRowCount, report.rightRowCount) == (20, 18))
    #expect(
      report.rows == [
        .only(.left, row: 18, times: 1, values: ["18", "text number 3"]),
        .only(.left, row: 19, times: 1, values: ["19", "text number 4"]),
      ])
  }

  @Test("Without order rows are counted", arguments: [1, 2, 1_000])
  func unordered(heldRowLimit: Int) throws {
    let left = Self.rows + [(1, "twice"), (1, "twice"), (1, "once")]
    let right = Array(Self.rows.reversed()) + [(1, "once"), (1, "once"), (2, nil)]
    let report = try compare(table(left), table(right)) {
      $0.isUnordered = true
      $0.heldRowLimit = heldRowLimit
    }
    #expect(report.differingRowCount == 4)
    #expect((report.leftRowCount, report.rightRowCount) == (23, 23))
    #expect(report.rows[0] == .only(.left, row: 20, times: 2, values: ["1", "twice"]))
    #expect(report.rows.count == 3)
    #expect(report.rows.contains(.only(.right, row: 22, times: 1, values: ["2", nil])))
    #expect(try compare(table(Self.rows), table(Self.rows.reversed())) { $0.isUnordered = true }.isEqual)
    #expect(try !compare(table(Self.rows), table(Self.rows.reversed())).isEqual)
  }

  @Test("NaN equals NaN and zeros of different sign differ", arguments: [false, true])
  func floats(isUnordered: Bool) throws {
    let field = Field("x", .double)
    let left = single(field, .double(Values([.nan, 0.0, 1.5])))
    func report(_ values: [Double]) throws -> ComparisonReport {
      try compare(left, single(field, .double(Values(values)))) { $0.isUnordered = isUnordered }
    }
    #expect(try report([-.nan, 0.0, 1.5]).isEqual)
    #expect(try report([Double(nan: 3, signaling: false), 0.0, 1.5]).isEqual)
    #expect(try report([.nan, -0.0, 1.5]).differingRowCount == (isUnordered ? 2 : 1))
  }

  @Test("Columns are compared by name, and each difference is told")
  func columns() throws {
    func empty(_ fields: Field...) -> MemorySource { MemorySource(schema: Schema(fields), batches: []) }
    let left = empty(
      Field("gone", .int64), Field("a", .int32), Field("b", .string, isNullable: false), Field("c", .date))
    let right = empty(
      Field("b", .string, annotation: .json), Field("a", .int64), Field("c", .date), Field("new", .double))
    let differences = try compare(left, right).columns
    #expect(
      differences == [
        ColumnDifference(column: "gone", kind: .presence, left: "int64", right: nil),
        ColumnDifference(column: "a", kind: .type, left: "int32", right: "int64"),
        ColumnDifference(column: "a", kind: .order, left: "1", right: "2"),
        ColumnDifference(column: "b", kind: .nullability, left: "not null", right: "nullable"),
        ColumnDifference(column: "b", kind: .meaning, left: "none", right: "json"),
        ColumnDifference(column: "b", kind: .order, left: "2", right: "1"),
        ColumnDifference(column: "new", kind: .presence, left: nil, right: "double"),
      ])
    let untyped = try compare(left, right) { $0.untyped = [.right] }.columns
    #expect(untyped.map(\.kind) == [.presence, .order, .order, .presence])
  }

  @Test("Values of different types are compared as texts", arguments: [false, true])
  func types(isUnordered: Bool) throws {
    let left = single(Field("x", .int32), .int32(Values([1, 2])))
    let report = try compare(left, single(Field("x", .int64), .int64(Values([1, 3])))) {
      $0.isUnordered = isUnordered
    }
    #expect(report.columns.map(\.kind) == [.type])
    #expect(report.differingRowCount == (isUnordered ? 2 : 1))
  }

  @Test("Nested values are compared whole", arguments: [false, true])
  func nested(isUnordered: Bool) throws {
    let element = Field("element", .int64)
    func lists(_ numbers: [Int64]) -> MemorySource {
      let elements = Column(type: .int64, storage: .int64(Values(numbers)))
      return single(
        Field("x", .list(element)), .list(ListValues(offsets: Values([0, 2, 3]), elements: elements)))
    }
    func report(_ numbers: [Int64]) throws -> ComparisonReport {
      try compare(lists([1, 2, 3]), lists(numbers)) { $0.isUnordered = isUnordered }
    }
    #expect(try report([1, 2, 3]).isEqual)
    #expect(try report([1, 4, 3]).differingRowCount == (isUnordered ? 2 : 1))
  }

  @Test("Tables without a common column have rows without values")
  func nothingInCommon() throws {
    let left = single(Field("x", .int32), .int32(Values([1, 2])))
    let right = single(Field("y", .int32), .int32(Values([1, 2])))
    #expect(try compare(left, right).differingRowCount == 0)
    #expect(try compare(left, right).columns.count == 2)
  }

  @Test("A comparison that is stopped says so")
  func cancelled() throws {
    let monitor = RunMonitor()
    monitor.cancel()
    let error = #expect(throws: InlayError.self) {
      _ = try TableComparison().run(table(Self.rows), table(Self.rows), monitor: monitor)
    }
    #expect(error?.code == .cancelled)
  }
}
