import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Filtered files")
struct FilteredScanTests {
  private struct Table {
    let batch: RecordBatch
    let bytes: [UInt8]
    var schema: Schema { batch.schema }
  }

  private static let comparedTypes = RandomColumns.types.filter { $0 != .interval && $0 != .null }

  /// Rows of four columns of random types, written with random options; the last column rises.
  private static func table(_ maker: inout RandomColumns) throws -> Table {
    let rowCount = Int.random(in: 0...4_000, using: &maker.random)
    var columns = (0..<3).map { _ in
      let type = comparedTypes.randomElement(using: &maker.random)!
      let distinctCount = [1, 3, 40, 1 << 30].randomElement(using: &maker.random)!
      let nulls = RandomColumns.Nulls.allCases.randomElement(using: &maker.random)!
      return maker.column(type, count: rowCount, distinctCount: min(distinctCount, rowCount), nulls: nulls)
    }
    columns.append(Column(type: .int64, storage: .int64(Values((0..<rowCount).map { Int64($0 / 3) }))))
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
    var options = ParquetWriterOptions()
    options.compression = [.snappy, .uncompressed].randomElement(using: &maker.random)!
    options.rowsPerGroup = [300, 1_000, 262_144].randomElement(using: &maker.random)!
    options.rowsPerPage = [20, 100, 20_000].randomElement(using: &maker.random)!
    options.bytesPerPage = [500, 1 << 20].randomElement(using: &maker.random)!
    options.encoding = [EncodingPolicy.compatible, .fixed(.plain)].randomElement(using: &maker.random)!
    options.writesStatistics = Int.random(in: 0..<4, using: &maker.random) > 0
    return Table(batch: batch, bytes: try WrittenFiles.write([batch], schema: schema, options))
  }

  /// A condition whose values are often those of the table.
  private static func filter(_ table: Table, depth: Int, _ random: inout SeededGenerator) -> RowFilter {
    let column = Int.random(in: 0..<table.schema.count, using: &random)
    switch Int.random(in: depth > 0 ? 0..<6 : 0..<3, using: &random) {
    case 0: return Bool.random(using: &random) ? .isNull(column: column) : .isNotNull(column: column)
    case 1: return .isOneOf(column: column, (0..<3).map { _ in value(table, column, &random) })
    case 2:
      return .comparison(
        column: column, RowFilter.Comparison.allCases.randomElement(using: &random)!,
        value(table, column, &random))
    case 3: return .not(filter(table, depth: depth - 1, &random))
    case 4: return .all((0..<2).map { _ in filter(table, depth: depth - 1, &random) })
    default: return .any((0..<2).map { _ in filter(table, depth: depth - 1, &random) })
    }
  }

  private static func value(_ table: Table, _ column: Int, _ random: inout SeededGenerator) -> ColumnValue {
    let row = Int.random(in: 0..<max(table.batch.rowCount, 1), using: &random)
    let values = table.batch.columns[column]
    guard row < values.count else { return FilterValues.any(of: values.type) }
    return FilterValues.value(values, row)
  }

  private static func texts(_ batches: [RecordBatch], columnCount: Int) -> [[String?]] {
    var columns = [[String?]](repeating: [], count: columnCount)
    for batch in batches {
      for (position, column) in batch.columns.enumerated() { columns[position] += CellTexts.of(column) }
    }
    return columns
  }

  @Test("A filtered file gives the rows that a filtered table in memory gives", arguments: 0..<40)
  func random(seed: Int) throws {
    var maker = RandomColumns(seed: seed + 9_000)
    let table = try Self.table(&maker)
    let memory = MemorySource(schema: table.schema, batches: [table.batch])
    var options = ParquetReadOptions()
    options.rowsPerBatch = [64, 1_000, 65_536].randomElement(using: &maker.random)!
    let file = ParquetSource(
      try ParquetFile(bytes: Values(table.bytes).buffer, name: "written", options: options))
    for _ in 0..<12 {
      let filter = Self.filter(table, depth: 2, &maker.random)
      let columns = (0..<table.schema.count).shuffled(using: &maker.random)
      let wanted = Array(columns.prefix(Int.random(in: 1...4, using: &maker.random)))
      let expected = try TestFiles.read(memory, columns: wanted, filter: filter)
      let found = try TestFiles.read(file, columns: wanted, filter: filter)
      #expect(
        Self.texts(found, columnCount: wanted.count) == Self.texts(expected, columnCount: wanted.count),
        "\(filter)")
    }
  }

  /// 10,000 rising numbers beside their texts, in groups of 2,000 rows and pages of 100.
  private static func rising() throws -> ParquetSource {
    let schema = Schema([Field("key", .int64), Field("name", .string), Field("half", .int32)])
    let columns = [
      Column(type: .int64, storage: .int64(Values((0..<10_000).map { Int64($0) }))),
      Column(type: .string, storage: .views(ViewValues((0..<10_000).map { "the name of row \($0)" }))),
      Column(
        type: .int32, storage: .int32(Values((0..<10_000).map { Int32($0 % 7) })),
        validity: Bitmap((0..<10_000).map { $0 >= 5_000 })),
    ]
    var options = ParquetWriterOptions()
    options.rowsPerGroup = 2_000
    options.rowsPerPage = 100
    options.encoding = .fixed(.plain)
    let bytes = try WrittenFiles.write(
      [RecordBatch(schema: schema, columns: columns, rowCount: 10_000)], schema: schema, options)
    return ParquetSource(try ParquetFile(bytes: Values(bytes).buffer, name: "rising"))
  }

  private static func scan(
    _ columns: [Int], _ filter: RowFilter
  ) throws -> (rows: [[String?]], progress: ScanProgress) {
    let scan = try rising().scan(ScanRequest(columns: columns, filter: filter))
    var batches: [RecordBatch] = []
    while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
    return (texts(batches, columnCount: columns.count), scan.progress)
  }

  @Test("One row is found by its group and its page")
  func oneRow() throws {
    let (rows, progress) = try Self.scan([1], .comparison(column: 0, .equal, .integer(4_321)))
    #expect(rows == [["the name of row 4321"]])
    #expect(progress.skipped.rowGroupsByStatistics == 4)
    #expect(progress.skipped.pagesByIndex == 19)
    #expect(progress.skipped.rowsByFilter == 99)
    #expect(progress.rowCount == 1)
  }

  @Test("Row groups of which all rows meet the filter are not filtered; the pages at its borders are")
  func range() throws {
    let filter = RowFilter.all([
      .comparison(column: 0, .greaterOrEqual, .integer(1_950)),
      .comparison(column: 0, .less, .integer(6_050)),
    ])
    let (rows, progress) = try Self.scan([0], filter)
    #expect(rows == [(1_950..<6_050).map { "\($0)" }])
    #expect(progress.skipped.rowGroupsByStatistics == 1)
    #expect(progress.skipped.pagesByIndex == 38)
    #expect(progress.skipped.rowsByFilter == 100)
  }

  @Test("Ends that are far apart, and pages of nulls only")
  func ends() throws {
    let ends = RowFilter.any([
      .comparison(column: 0, .less, .integer(2)), .comparison(column: 0, .greater, .integer(9_997)),
    ])
    #expect(try Self.scan([0, 1], ends).rows[0] == ["0", "1", "9998", "9999"])
    let (rows, progress) = try Self.scan([0], .not(.comparison(column: 2, .notEqual, .integer(3))))
    #expect(rows[0].first == "5001")
    #expect(progress.skipped.rowGroupsByStatistics == 2)
    #expect(progress.skipped.pagesByIndex == 10)
  }
}
