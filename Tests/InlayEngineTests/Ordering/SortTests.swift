import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Sort")
struct SortTests {
  /// The rows in an order, those that are equal as they come.
  static func sorted(_ rows: [[TypedCell]], _ order: [SortOrder]) -> [[TypedCell]] {
    let keyed = rows.enumerated().map { (index: $0, key: $1.map(AggregationReference.joiningZeros), row: $1) }
    return keyed.sorted { one, other in
      for part in order {
        let (left, right) = (one.key[part.column], other.key[part.column])
        if left == right { continue }
        if left == .null || right == .null { return (left == .null) == part.nullsFirst }
        return AggregationReference.precedes(left, right) != part.isDescending
      }
      return one.index < other.index
    }.map(\.row)
  }

  private func check(_ rows: [[TypedCell]], _ order: [SortOrder], batchSize: Int) throws {
    let source = typedTable(AggregationTests.fields, rows, batchSize: batchSize)
    let plan = try LogicalPlan.scan(source).sorted(by: order)
    let expected = Self.sorted(rows, order)
    for threads in [1, 3] { #expect(try runTyped(plan, threads: threads) == expected) }
    for count in [0, 1, 17, 1000] {
      let limited = try plan.limited(to: count)
      #expect(try runTyped(limited) == Array(expected.prefix(count)))
    }
  }

  @Test("Every type is ordered, both ways, and nulls stand where they are to", arguments: 0..<10)
  func types(column: Int) throws {
    let rows = AggregationTests.randomRows(200, keyCount: 40, seed: 11)
    for isDescending in [false, true] {
      for nullsFirst in [nil, false, true] as [Bool?] {
        try check(
          rows, [SortOrder(column, descending: isDescending, nullsFirst: nullsFirst)], batchSize: 30)
      }
    }
  }

  @Test(
    "Several columns order one after the other",
    arguments: [[0, 5], [5, 3, 1], [7, 6], [9, 5, 0], [8, 8, 2]], [false, true])
  func columns(columns: [Int], isDescending: Bool) throws {
    let rows = AggregationTests.randomRows(300, keyCount: 12, seed: 12)
    let order = columns.enumerated().map { SortOrder($1, descending: ($0 % 2 == 0) == isDescending) }
    try check(rows, order, batchSize: 64)
  }

  @Test("No rows are in order")
  func noRows() throws { try check([], [SortOrder(2)], batchSize: 4) }

  private static let pair = [Field("t", .string), Field("row", .int64)]

  /// Rows of texts that share their first bytes, and of which many are the same.
  private static func texts(_ count: Int) -> [[TypedCell]] {
    var generator = SeededGenerator(13)
    return (0..<count).map { row in
      let number = Int.random(in: 0..<count / 4, using: &generator)
      let text = number % 3 == 0 ? "\(number)" : number % 3 == 1 ? "prefix \(number)" : "a\0\(number % 5)"
      return [.text(text), .integer(Int128(row))]
    }
  }

  @Test("What several threads sort and merge stays stable", arguments: [1, 3], [false, true])
  func manyRows(threads: Int, isDescending: Bool) throws {
    let rows = Self.texts(70_000)
    let plan = try LogicalPlan.scan(typedTable(Self.pair, rows, batchSize: 9000))
      .sorted(by: [SortOrder(0, descending: isDescending)])
    let numbers = try runTyped(plan, threads: threads).map { Int($0[1].integer) }
    #expect(Set(numbers).count == rows.count)
    let isInOrder = zip(numbers, numbers.dropFirst()).allSatisfy { one, next in
      let (left, right) = (rows[one][0], rows[next][0])
      return left == right ? one < next : AggregationReference.precedes(left, right) != isDescending
    }
    #expect(isInOrder)
  }

  @Test("The first rows of many are kept without keeping the others")
  func firstOfMany() throws {
    var generator = SeededGenerator(14)
    let rows = (0..<150_000).map { row -> [TypedCell] in
      [.text("x"), .integer(Int128(Int.random(in: 0..<50_000, using: &generator)))]
    }
    let plan = try LogicalPlan.scan(typedTable(Self.pair, rows, batchSize: 20_000))
      .sorted(by: [SortOrder(1)]).projecting([1]).limited(to: 40)
    #expect(
      try runTyped(plan).map { $0[0] }
        == Array(rows.map { $0[1].integer }.sorted().prefix(40)).map { .integer($0) })
  }

  @Test("A sort and the limit above it are both reported with their rows")
  func report() throws {
    let plan = try LogicalPlan.scan(typedTable(Self.pair, Self.texts(100)))
      .sorted(by: [SortOrder(0)], label: "by text").limited(to: 3, label: "three")
    let sink = CollectingSink()
    let report = try PlanRun(workers: Workers(count: 2)).run(plan, into: sink)
    let kinds = report.operators.map {
      [$0.kind.rawValue, "\($0.label ?? "")", "\($0.rowsIn)", "\($0.rowsOut)"]
    }
    #expect(kinds.contains(["sort", "by text", "100", "3"]))
    #expect(kinds.contains(["limit", "three", "3", "3"]))
  }

  @Test("Columns whose values have no order are refused")
  func refusals() throws {
    let source = MemorySource(
      schema: Schema([
        Field("m", .map(key: Field("key", .string, isNullable: false), value: Field("value", .int32))),
        Field("i", .interval),
      ]), batches: [])
    let maps = #expect(throws: InlayError.self) { try LogicalPlan.scan(source).sorted(by: [SortOrder(0)]) }
    #expect(maps?.message == "maps are not compared, so rows cannot be grouped or ordered by them")
    let intervals = #expect(throws: InlayError.self) {
      try LogicalPlan.scan(source).sorted(by: [SortOrder(1)])
    }
    #expect(intervals?.message == "values of this type have no order; the type is interval")
  }
}
