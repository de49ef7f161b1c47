import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Aggregation")
struct AggregationTests {
  static let fields = [
    Field("b", .boolean), Field("i", .int32), Field("n", .int64), Field("x", .double), Field("f", .float),
    Field("t", .string), Field("d", .decimal(precision: 12, scale: 2)),
    Field("w", .decimal(precision: 30, scale: 4)), Field("day", .date),
    Field("l", .list(Field("e", .double))),
  ]

  /// Rows of every type; `keyCount` says how many different values a column has at most.
  static func randomRows(_ count: Int, keyCount: Int, seed: UInt64, nulls: Int = 7) -> [[TypedCell]] {
    var generator = SeededGenerator(seed)
    func key() -> Int {
      // Half of the rows share few keys.
      let all = Int.random(in: 0..<keyCount, using: &generator)
      return Bool.random(using: &generator) ? all : all % 3
    }
    let specials = [Double.nan, -0.0, 0.0, .infinity, -1.5]
    return (0..<count).map { _ in
      fields.map { field -> TypedCell in
        if nulls > 0, Int.random(in: 0..<nulls, using: &generator) == 0 { return .null }
        let key = key()
        switch field.type {
        case .boolean: return .boolean(key % 2 == 0)
        case .double, .float: return .number(key < specials.count ? specials[key] : Double(key) / 8)
        case .string: return .text(key % 2 == 0 ? "k\(key)" : "a text of more than twelve bytes, \(key)")
        case .decimal(let precision, _):
          return .integer(Int128(key) * (precision > 18 ? 1_000_000_000_000_000_000_000 : 1) - 3)
        case .list: return .list((0..<key % 4).map { $0 == 2 ? .null : .number($0 == 1 ? -0.0 : 0.0) })
        default: return .integer(Int128(key) - 2)
        }
      }
    }
  }

  private static let functions: [(AggregateFunction, [Int])] = [
    (.count, [1, 5, 9]), (.countDistinct, [1, 3, 4, 5, 6, 7, 9]), (.first, [0, 3, 5, 9]),
    (.last, [0, 1, 4, 5, 9]), (.min, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (.max, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    (.sum, [1, 2, 3, 4]), (.sumDistinct, [1, 2]), (.avg, [1, 2, 3, 4]),
  ]

  static let aggregates =
    [Aggregate(.count, of: nil, name: "rows")]
    + functions.flatMap { function, columns in
      columns.map { Aggregate(function, of: $0, name: "\(function.rawValue)(\(fields[$0].name))") }
    }

  private func check(_ rows: [[TypedCell]], by keys: [Int], batchSize: Int, _ aggregates: [Aggregate]) throws
  {
    let source = typedTable(Self.fields, rows, batchSize: batchSize)
    let plan = try LogicalPlan.scan(source).aggregating(by: keys, aggregates)
    let expected = AggregationReference.rows(rows, by: keys, aggregates)
    let one = try runTyped(plan, threads: 1)
    #expect(one.count == expected.count)
    for (row, known) in zip(one, expected) {
      for (position, (cell, other)) in zip(row, known).enumerated() {
        #expect(AggregationReference.isClose(cell, other), "\(plan.schema.names[position])")
      }
    }
    for threads in [2, 5] { #expect(try runTyped(plan, threads: threads) == one) }
  }

  @Test(
    "Groups give what the plainest computation gives, whatever the keys",
    arguments: [
      [], [0], [1], [2], [3], [4], [5], [6], [7], [8], [9], [1, 8], [2, 3], [5, 1], [0, 5, 9, 3],
    ])
  func functions(keys: [Int]) throws {
    try check(Self.randomRows(400, keyCount: 30, seed: 1), by: keys, batchSize: 45, Self.aggregates)
  }

  @Test("Groups are the same however rows lie in batches", arguments: [1, 7, 1000])
  func batches(batchSize: Int) throws {
    let rows = Self.randomRows(300, keyCount: 9, seed: 2)
    try check(rows, by: [5], batchSize: batchSize, Self.aggregates)
    try check(rows, by: [1, 3], batchSize: batchSize, Self.aggregates)
  }

  @Test("Whole numbers that lie close to each other give the same", arguments: [[1], [2], [8]])
  func closeNumbers(keys: [Int]) throws {
    let rows = Self.randomRows(2_000, keyCount: 40, seed: 4)
    try check(rows, by: keys, batchSize: 500, Self.aggregates)
  }

  @Test("Rows that mostly have a group of their own give the same", arguments: [[2], [5], [2, 5]])
  func manyGroups(keys: [Int]) throws {
    let rows = Self.randomRows(6000, keyCount: 100_000, seed: 3, nulls: 40)
    let aggregates = Self.aggregates.filter { $0.column != 9 }
    try check(rows, by: keys, batchSize: 2500, aggregates)
  }

  @Test("Without keys there is one row, even of no rows; with keys there is none then")
  func noRows() throws {
    try check([], by: [], batchSize: 5, Self.aggregates)
    try check([], by: [1], batchSize: 5, Self.aggregates)
    try check(Self.randomRows(5, keyCount: 3, seed: 4, nulls: 1), by: [], batchSize: 5, Self.aggregates)
  }

  @Test("Variances, skewness and kurtosis are those of all values at once")
  func moments() throws {
    var generator = SeededGenerator(5)
    let rows = (0..<3000).map { row -> [TypedCell] in
      [
        .integer(Int128(row % 7)),
        row % 11 == 0 ? .null : .number(Double.random(in: -5...20, using: &generator)),
      ]
    }
    let functions: [AggregateFunction] = [
      .varianceSample, .variancePopulation, .stddevSample, .stddevPopulation, .skewness, .kurtosis,
    ]
    let aggregates = functions.map { Aggregate($0, of: 1, name: $0.rawValue) }
    let source = typedTable([Field("k", .int64), Field("x", .double)], rows, batchSize: 130)
    for keys in [[], [0], [1]] {
      let plan = try LogicalPlan.scan(source).aggregating(by: keys, aggregates)
      let expected = AggregationReference.rows(rows, by: keys, aggregates)
      for (row, known) in zip(try runTyped(plan), expected) {
        #expect(zip(row, known).allSatisfy(AggregationReference.isClose))
      }
    }
  }

  @Test("Values that are all the same have no skewness, however they lie in batches")
  func sameValues() throws {
    let rows = (0..<50).map { _ in [TypedCell.number(0.1)] }
    let aggregates = [AggregateFunction.skewness, .kurtosis, .variancePopulation].map {
      Aggregate($0, of: 0, name: $0.rawValue)
    }
    for size in [1, 3, 50] {
      let source = typedTable([Field("x", .double)], rows, batchSize: size)
      let plan = try LogicalPlan.scan(source).aggregating(by: [], aggregates)
      #expect(try runTyped(plan) == [[.null, .null, .number(0)]])
    }
  }
}
