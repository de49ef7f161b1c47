import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Joins of every kind")
struct JoinKindTests {
  /// The join by comparing all pairs, in no order that counts.
  static func naiveJoin(_ left: [[Cell]], _ right: [[Cell]], keyCount: Int, _ kind: JoinKind) -> [[Cell]] {
    func matches(_ a: [Cell], _ b: [Cell]) -> Bool {
      (0..<keyCount).allSatisfy { a[$0] != nil && a[$0] == b[$0] }
    }
    func isAlone(_ row: [Cell], among others: [[Cell]]) -> Bool { !others.contains { matches(row, $0) } }
    let nulls = [Cell](repeating: nil, count: keyCount + 1)
    let pairs = left.flatMap { l in right.filter { matches(l, $0) }.map { l + $0 } }
    let lonelyLeft = left.filter { isAlone($0, among: right) }
    let lonelyRight = right.filter { isAlone($0, among: left) }
    switch kind {
    case .inner: return pairs
    case .left: return pairs + lonelyLeft.map { $0 + nulls }
    case .right: return pairs + lonelyRight.map { nulls + $0 }
    case .full: return pairs + lonelyLeft.map { $0 + nulls } + lonelyRight.map { nulls + $0 }
    case .leftSemi: return left.filter { !isAlone($0, among: right) }
    case .leftAnti: return lonelyLeft
    }
  }

  /// Rows in an order that depends on their values alone.
  static func sorted(_ rows: [[Cell]]) -> [String] {
    rows.map { $0.map { $0.map { "=\($0)" } ?? "null" }.joined(separator: "|") }.sorted()
  }

  @Test(
    "A join of a kind gives the rows that comparing all pairs gives, the same whatever the number of threads",
    arguments: JoinKind.allCases, [(40, 90), (90, 40), (0, 30), (30, 0), (300, 310)])
  func randomTables(kind: JoinKind, sizes: (Int, Int)) throws {
    for keyCount in [1, 2] {
      for hasNulls in [false, true] {
        let left = JoinTests.randomRows(sizes.0, keyCount: keyCount, seed: 3, hasNulls: hasNulls)
        // Fewer keys on this side, so that both sides have rows without a partner.
        let right = JoinTests.randomRows(sizes.1, keyCount: keyCount, seed: 4, hasNulls: hasNulls)
          .filter { $0[0] != "k4" }
        let names = (0..<keyCount).map { "key\($0)" } + ["row"]
        let plan = try LogicalPlan.scan(table(names, left.filter { $0[0] != "k8" })).joined(
          to: .scan(table(names, right, batchSize: 16)),
          keys: JoinKeys(left: Array(0..<keyCount), right: Array(0..<keyCount)), kind: kind,
          naming: .unchanged)
        let expected = Self.naiveJoin(left.filter { $0[0] != "k8" }, right, keyCount: keyCount, kind)
        let once = try run(plan, threads: 1)
        #expect(Self.sorted(once) == Self.sorted(expected))
        for threads in [2, 8] { #expect(try run(plan, threads: threads) == once) }
      }
    }
  }

  /// A table of keys in dictionary form, some of them null by their row and some by their entry, and the same decoded.
  private static func codedRows(_ count: Int, seed: UInt64) -> (coded: MemorySource, plain: MemorySource) {
    var generator = SeededGenerator(seed)
    let schema = Schema([Field("k", .string), Field("row", .string)])
    // An entry that occurs twice, one that is null, and one that is nowhere else.
    let texts = ["k2", JoinTests.long + "3", "k2", "", "nobody's", JoinTests.long + "7"]
    let entries = Column(
      type: .string, storage: .views(ViewValues(texts)), validity: Bitmap(texts.map { !$0.isEmpty }))
    let base = DictionaryBase(entries)
    let batches = (0..<4).map { batch in
      let codes = (0..<count).map { _ in UInt32.random(in: 0..<UInt32(texts.count), using: &generator) }
      let flags = (0..<count).map { _ in Int.random(in: 0..<5, using: &generator) > 0 }
      let keys = Column(
        type: .string, storage: .dictionary(DictionaryValues(base: base, indices: Values(codes))),
        validity: batch % 2 == 0 ? Bitmap(flags) : nil)
      let numbers = ViewValues((0..<count).map { "\(batch) \($0)" })
      return RecordBatch(
        schema: schema, columns: [keys, Column(type: .string, storage: .views(numbers))], rowCount: count)
    }
    let plain = batches.map { batch in
      RecordBatch(schema: schema, columns: batch.columns.map { $0.decoded() }, rowCount: batch.rowCount)
    }
    return (MemorySource(schema: schema, batches: batches), MemorySource(schema: schema, batches: plain))
  }

  @Test("Keys in dictionary form find what the keys themselves find", arguments: JoinKind.allCases)
  func codedKeys(kind: JoinKind) throws {
    let (coded, plain) = Self.codedRows(40, seed: 6)
    let build = JoinTests.randomRows(30, keyCount: 1, seed: 7, hasNulls: true)
    let found = try [coded, plain].map { probe in
      let plan = try LogicalPlan.scan(probe).joined(
        to: .scan(table(["k", "b"], build)), keys: JoinKeys(left: [0], right: [0]), kind: kind,
        naming: .unchanged)
      return try run(plan)
    }
    #expect(found[0] == found[1])
    #expect(!found[0].isEmpty)
  }

  @Test("A semi or anti join keeps the order of its left rows and its columns")
  func order() throws {
    let left = LogicalPlan.scan(
      table(["k", "l"], [["b", "1"], ["a", "2"], ["c", "3"], ["a", "4"], [nil, "5"]]))
    let right = LogicalPlan.scan(table(["k", "r"], [["a", "x"], ["a", "y"], ["b", "z"], [nil, "n"]]))
    let keys = JoinKeys(left: [0], right: [0])
    let semi = try left.joined(to: right, keys: keys, kind: .leftSemi)
    #expect(semi.schema.names == ["k", "l"])
    #expect(try run(semi) == [["b", "1"], ["a", "2"], ["a", "4"]])
    let anti = try left.joined(to: right, keys: keys, kind: .leftAnti)
    #expect(try run(anti) == [["c", "3"], [nil, "5"]])
  }

  @Test("Only what is wanted of an outer join is carried, and filters do not take its partners away")
  func optimised() throws {
    let left = LogicalPlan.scan(table(["k", "l"], [["a", "1"], ["b", "2"]]))
    let right = LogicalPlan.scan(table(["k", "r"], [["a", "x"], ["b", "y"], ["d", "z"]]))
    let joined = try left.joined(
      to: right, keys: JoinKeys(left: [0], right: [0]), kind: .left, naming: .unchanged)
    let xs = try joined.filtering(.comparison(column: 3, .equal, .text("x"))).projecting([1, 3])
    #expect(try run(xs) == [["1", "x"]])
    let nulls = try left.joined(
      to: right.filtering(.comparison(column: 1, .equal, .text("x"))), keys: JoinKeys(left: [0], right: [0]),
      kind: .left, naming: .unchanged
    ).filtering(.isNull(column: 3)).projecting([1])
    #expect(try run(nulls) == [["2"]])
  }

  @Test("Names that both inputs have stay, or one gets a dot")
  func names() throws {
    let one = LogicalPlan.scan(table(["id", "x"], []))
    let keys = JoinKeys(left: [0], right: [0])
    let unchanged = try one.joined(to: one, keys: keys, naming: .unchanged)
    #expect(unchanged.schema.names == ["id", "x", "id", "x"])
    let dotted = try one.joined(to: one, keys: keys)
    #expect(dotted.schema.names == [".id", ".x", "id", "x"])
    let full = try one.joined(to: one, keys: keys, kind: .full)
    let isNullable = full.schema.fields.map(\.isNullable)
    #expect(isNullable == [true, true, true, true])
  }
}
