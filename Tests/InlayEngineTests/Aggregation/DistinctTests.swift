import InlayBytes
import InlayColumns
import InlayEngine
import InlayTesting
import Testing

@Suite("Distinct")
struct DistinctTests {
  /// The first row of all that are equal in some columns; of these columns as groups see them.
  static func distinct(_ rows: [[TypedCell]], on columns: [Int]) -> [[TypedCell]] {
    var seen: Set<[TypedCell]> = []
    return rows.filter { row in
      seen.insert(columns.map { AggregationReference.joiningZeros(row[$0]) }).inserted
    }
    .map { row in
      row.indices.map { columns.contains($0) ? AggregationReference.joiningZeros(row[$0]) : row[$0] }
    }
  }

  @Test(
    "The first of equal rows stays, with all columns",
    arguments: [[0], [1], [3], [5], [9], [1, 5], [4, 6, 7], Array(0..<10)], [20, 100_000])
  func distinct(columns: [Int], keyCount: Int) throws {
    let rows = AggregationTests.randomRows(500, keyCount: keyCount, seed: 21)
    for batchSize in [3, 90, 2000] {
      let source = typedTable(AggregationTests.fields, rows + rows.reversed(), batchSize: batchSize)
      let plan = try LogicalPlan.scan(source).distinct(on: columns)
      let expected = Self.distinct(rows + rows.reversed(), on: columns)
      for threads in [1, 4] { #expect(try runTyped(plan, threads: threads) == expected) }
    }
  }

  @Test("Keys that are positions in a base column are grouped by value, even where it holds one twice")
  func dictionaries() throws {
    let base = DictionaryBase(typedColumn(.string, [.text("a"), .text("b"), .text("a"), .null, .text("c")]))
    let schema = Schema([Field("t", .string), Field("n", .int64)])
    var generator = SeededGenerator(22)
    let indices = (0..<200).map { _ in UInt32.random(in: 0..<5, using: &generator) }
    let numbers = typedColumn(.int64, (0..<200).map { .integer($0) })
    let column = Column(
      type: .string, storage: .dictionary(DictionaryValues(base: base, indices: Values(indices))),
      validity: Bitmap((0..<200).map { $0 % 9 != 0 }))
    let batch = RecordBatch(schema: schema, columns: [column, numbers], rowCount: 200)
    let source = MemorySource(schema: schema, batches: [batch.slice(0..<120), batch.slice(120..<200)])
    let aggregates = [Aggregate(.sum, of: 1, name: "sum"), Aggregate(.max, of: 0, name: "max")]
    let plan = try LogicalPlan.scan(source).aggregating(by: [0], aggregates)
    let expected = AggregationReference.rows(typedRows(of: [batch]), by: [0], aggregates)
    for threads in [1, 3] { #expect(try runTyped(plan, threads: threads) == expected) }
  }

  @Test("Keys that all hash alike without a seed are told apart quickly")
  func collidingKeys() throws {
    // Bytes 4 to 11 are one factor of the hash of short texts; this one made the product 0 for any other bytes.
    let bytes: [UInt8] = [0x93, 0xFD, 0x59, 0x66, 0xB8, 0xFE, 0xE8, 0xD6]
    var builder = ViewBuilder()
    for row in 0..<60_000 as Range<UInt32> {
      let number = (0..<4).map { UInt8(truncatingIfNeeded: row >> UInt32($0 * 8)) }
      let key = Values(number + bytes)
      builder.append(key.rawSpan)
    }
    let column = Column(type: .binary, storage: .views(builder.freeze()))
    let schema = Schema([Field("b", .binary)])
    let source = MemorySource(
      schema: schema, batches: [RecordBatch(schema: schema, columns: [column], rowCount: column.count)])
    let sink = CollectingSink()
    let report = try PlanRun(workers: Workers(count: 2)).run(LogicalPlan.scan(source).distinct(), into: sink)
    #expect(report.rowCount == 60_000)
  }
}
