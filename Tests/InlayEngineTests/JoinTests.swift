import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Join")
struct JoinTests {
  static let long = "a key of more than twelve bytes, "

  /// Rows with `keyCount` key columns of few values, long and short, and a column that numbers the rows.
  static func randomRows(_ count: Int, keyCount: Int, seed: UInt64, hasNulls: Bool) -> [[Cell]] {
    var generator = SeededGenerator(seed)
    return (0..<count).map { row in
      let keys = (0..<keyCount).map { _ -> Cell in
        if hasNulls && Int.random(in: 0..<9, using: &generator) == 0 { return nil }
        let key = Int.random(in: 0..<12, using: &generator)
        return key % 2 == 0 ? "k\(key)" : long + "\(key)"
      }
      return keys + ["row \(row)"]
    }
  }

  /// The join of two lists of rows by comparing all pairs, in the order of `probe`.
  static func naiveJoin(_ left: [[Cell]], _ right: [[Cell]], keyCount: Int, probeIsLeft: Bool) -> [[Cell]] {
    func matches(_ a: [Cell], _ b: [Cell]) -> Bool {
      (0..<keyCount).allSatisfy { a[$0] != nil && a[$0] == b[$0] }
    }
    if probeIsLeft {
      return left.flatMap { l in right.filter { matches(l, $0) }.map { l + $0 } }
    }
    return right.flatMap { r in left.filter { matches($0, r) }.map { $0 + r } }
  }

  @Test(
    "A join gives what comparing all pairs gives, in the order of the larger input",
    arguments: [1, 2, 3], [(40, 90), (90, 40), (0, 30), (30, 0), (300, 310)])
  func randomTables(keyCount: Int, sizes: (Int, Int)) throws {
    for hasNulls in [false, true] {
      let left = Self.randomRows(sizes.0, keyCount: keyCount, seed: 1, hasNulls: hasNulls)
      let right = Self.randomRows(sizes.1, keyCount: keyCount, seed: 2, hasNulls: hasNulls)
      let names = (0..<keyCount).map { "key\($0)" } + ["row"]
      let keys = JoinKeys(left: Array(0..<keyCount), right: Array(0..<keyCount))
      let plan = try LogicalPlan.scan(table(names, left))
        .joined(to: .scan(table(names, right, batchSize: 16)), keys: keys)
      let expected = Self.naiveJoin(left, right, keyCount: keyCount, probeIsLeft: sizes.0 >= sizes.1)
      for threads in [1, 2, 8] { #expect(try run(plan, threads: threads) == expected) }
    }
  }

  @Test("A build side that several threads index gives the same pairs", arguments: [1, 3, 8])
  func largeBuildSide(threads: Int) throws {
    var generator = SeededGenerator(9)
    let build = (0..<36_000).map { row -> [Cell] in
      let key = Int.random(in: 0..<24_000, using: &generator)
      return [key % 50 == 0 ? nil : key % 2 == 0 ? "\(key)" : Self.long + "\(key)", "b\(row)"]
    }
    let probe = (0..<37_000).map { row -> [Cell] in
      let key = Int.random(in: 0..<30_000, using: &generator)
      return [key % 70 == 0 ? nil : key % 2 == 0 ? "\(key)" : Self.long + "\(key)", "p\(row)"]
    }
    var rowsOfKey: [String: [[Cell]]] = [:]
    for row in build { if let key = row[0] { rowsOfKey[key, default: []].append(row) } }
    let expected = probe.flatMap { row in (row[0].flatMap { rowsOfKey[$0] } ?? []).map { $0 + row } }
    let plan = try LogicalPlan.scan(table(["k", "b"], build, batchSize: 1000))
      .joined(to: .scan(table(["l", "p"], probe, batchSize: 1000)), keys: JoinKeys(left: [0], right: [0]))
    #expect(try run(plan, threads: threads) == expected)
  }

  @Test("Names that both inputs have get a dot on the first input's side")
  func naming() throws {
    let first = table(["id", "a"], [["1", "x"]])
    let second = table(["b", "id"], [["y", "1"]])
    let plan = try LogicalPlan.scan(first).joined(to: .scan(second), keys: JoinKeys(left: [0], right: [1]))
    #expect(plan.schema.names == [".id", "a", "b", "id"])
    #expect(try run(plan) == [["1", "x", "y", "1"]])
  }

  @Test("A name that collides even with its dot is refused")
  func collidingNames() {
    let first = table(["id", ".id"], [["1", "x"]])
    let second = table(["id"], [["1"]])
    let error = #expect(throws: InlayError.self) {
      try LogicalPlan.scan(first).joined(to: .scan(second), keys: JoinKeys(left: [0], right: [0]))
    }
    #expect(
      error?.message == "two columns of the join would have one name; rename one of them before it: .id")
  }

  @Test("A join of joins gives the same rows whichever side is held in memory")
  func chained() throws {
    let a = Self.randomRows(60, keyCount: 1, seed: 3, hasNulls: true)
    let b = Self.randomRows(25, keyCount: 1, seed: 4, hasNulls: false)
    let c = Self.randomRows(2000, keyCount: 1, seed: 5, hasNulls: true)
    let keys = JoinKeys(left: [0], right: [0])
    let inner = try LogicalPlan.scan(table(["k", "a"], a)).joined(
      to: .scan(table(["l", "b"], b)), keys: keys)
    let plan = try inner.joined(to: .scan(table(["m", "c"], c)), keys: keys)
    let joined = Self.naiveJoin(a, b, keyCount: 1, probeIsLeft: true)
    #expect(try run(plan) == Self.naiveJoin(joined, c, keyCount: 1, probeIsLeft: false))
  }

  @Test("Numbers are compared by value: one zero, one NaN")
  func numberKeys() throws {
    func numbers(_ values: [Double]) -> MemorySource {
      let schema = Schema([Field("x", .double)])
      let column = Column(type: .double, storage: .double(Values(values)))
      return MemorySource(
        schema: schema, batches: [RecordBatch(schema: schema, columns: [column], rowCount: values.count)])
    }
    let plan = try LogicalPlan.scan(numbers([0.0, .nan, 2.5]))
      .joined(to: .scan(numbers([-0.0, -.nan, 2.5, 7])), keys: JoinKeys(left: [0], right: [0]))
    let sink = CollectingSink()
    let report = try PlanRun(workers: Workers(count: 1)).run(plan, into: sink)
    #expect(report.rowCount == 3)
  }

  @Test("Many whole numbers find the first and all of those that are equal", arguments: [1, 2, 5])
  func manyNumbers(threads: Int) throws {
    func numbers(_ values: [Int64], _ name: String) -> MemorySource {
      let schema = Schema([Field(name, .int64), Field("row", .int64)])
      let rows = (0..<values.count).map { Int64($0) }
      let columns = [values, rows].map { Column(type: .int64, storage: .int64(Values($0))) }
      let batch = RecordBatch(schema: schema, columns: columns, rowCount: values.count)
      return MemorySource(schema: schema, batches: [batch.slice(0..<9), batch.slice(9..<values.count)])
    }
    var generator = SeededGenerator(11)
    // Too far apart to be counted through.
    let build = (0..<40_000).map { _ in Int64.random(in: -20_000..<20_000, using: &generator) * 1_000 }
    let probe = (0..<50_000).map { _ in Int64.random(in: -30_000..<30_000, using: &generator) * 1_000 }
    let places = Dictionary(grouping: build.indices, by: { build[$0] })
    let pairs = probe.indices.flatMap { row in (places[probe[row]] ?? []).map { [row, $0] } }
    let plan = try LogicalPlan.scan(numbers(build, "a"))
      .joined(to: .scan(numbers(probe, "b")), keys: JoinKeys(left: [0], right: [0]))
    #expect(try Self.pairs(plan, columns: [3, 1], threads: threads) == pairs)
  }

  @Test(
    "Whole numbers that lie close to each other are joined as others are",
    arguments: [(1, 0), (1, -50_000), (2, Int64.max - 90_000), (5, Int64.min)])
  func denseNumbers(threads: Int, least: Int64) throws {
    var generator = SeededGenerator(31)
    func keys(_ count: Int) -> [Int64?] {
      (0..<count).map { _ in
        Int.random(in: 0..<40, using: &generator) == 0
          ? nil : least &+ Int64.random(in: 0..<80_000, using: &generator)
      }
    }
    func source(_ keys: [Int64?], _ name: String) -> MemorySource {
      let schema = Schema([Field(name, .int64), Field(name + " row", .int64, isNullable: false)])
      let batches = stride(from: 0, to: keys.count, by: 5_000).map { start in
        let rows = start..<min(start + 5_000, keys.count)
        let column = Column(
          type: .int64, storage: .int64(Values(keys[rows].map { $0 ?? 0 })),
          validity: Bitmap(keys[rows].map { $0 != nil }))
        let numbers = Column(type: .int64, storage: .int64(Values(rows.map { Int64($0) })))
        return RecordBatch(schema: schema, columns: [column, numbers], rowCount: rows.count)
      }
      return MemorySource(schema: schema, batches: batches)
    }
    // The last probe keys lie beyond the build side's on both ends.
    let build = keys(30_000)
    let probe = keys(31_000) + [least &- 1, least &+ 80_001, .min, .max, nil, 0]
    var rowsOfKey: [Int64: [Int]] = [:]
    for (row, key) in build.enumerated() { if let key { rowsOfKey[key, default: []].append(row) } }
    let expected = probe.enumerated().flatMap { row, key -> [[Int]] in
      (key.flatMap { rowsOfKey[$0] } ?? []).map { [row, $0] }
    }
    let plan = try LogicalPlan.scan(source(build, "b"))
      .joined(to: .scan(source(probe, "p")), keys: JoinKeys(left: [0], right: [0]))
    #expect(try Self.pairs(plan, columns: [3, 1], threads: threads) == expected)
  }

  /// Runs a plan; returns two of its columns of whole numbers, row by row.
  private static func pairs(_ plan: LogicalPlan, columns: [Int], threads: Int) throws -> [[Int]] {
    let sink = CollectingSink()
    _ = try PlanRun(workers: Workers(count: threads)).run(plan, into: sink)
    return sink.batches.flatMap { batch in
      let found = columns.map { position -> [Int64] in
        guard case .int64(let values) = batch.columns[position].decoded().storage else { return [] }
        return (0..<values.count).map { values[$0] }
      }
      return found[0].indices.map { row in found.map { Int($0[row]) } }
    }
  }

  @Test("Keys of types that cannot be compared are refused with both types")
  func typeMismatch() {
    let flags = MemorySource(schema: Schema([Field("flag", .boolean)]), batches: [])
    let days = MemorySource(schema: Schema([Field("day", .date)]), batches: [])
    let error = #expect(throws: InlayError.self) {
      try LogicalPlan.scan(flags).joined(to: .scan(days), keys: JoinKeys(left: [0], right: [0]))
    }
    let message =
      "the key columns have types that cannot be compared; give both sides one type: flag is boolean, day is date"
    #expect(error?.message == message)
  }
}
