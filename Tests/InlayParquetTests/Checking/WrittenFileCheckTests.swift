import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Checks of what Inlay writes")
struct WrittenFileCheckTests {
  private static func options(_ schema: Schema, _ random: inout SeededGenerator) throws
    -> ParquetWriterOptions
  {
    var options = ParquetWriterOptions()
    options.compression = [Compression.uncompressed, .snappy].randomElement(using: &random)!
    options.rowsPerPage = [1, 7, 100].randomElement(using: &random)!
    options.bytesPerPage = [40, 300, 1 << 20].randomElement(using: &random)!
    options.rowsPerGroup = [50, 150].randomElement(using: &random)!
    options.encoding = [EncodingPolicy.compatible, .automatic, .fixed(.plain)].randomElement(using: &random)!
    options.dataPageVersion = DataPageVersion.allCases.randomElement(using: &random)!
    options.writesSizeStatistics = Bool.random(using: &random)
    for leaf in try FileLayout(schema).leaves where Bool.random(using: &random) {
      switch leaf.field.type {
      case .boolean, .float16, .interval, .null: break
      default: options.bloomFilters[leaf.dottedPath] = BloomFilterOptions()
      }
    }
    return options
  }

  @Test("Nested columns with every option have no finding and leave nothing unchecked", arguments: 0..<60)
  func nested(seed: Int) throws {
    var maker = RandomNesting(seed: seed + 900)
    let schema = Schema([Field("c", maker.type(depth: 3)), Field("n", .int64)])
    let columns = schema.fields.map { maker.column($0, count: 200) }
    let options = try Self.options(schema, &maker.flat.random)
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: 200)
    let bytes = try WrittenFiles.write([batch], schema: schema, options)
    let report = try ParquetCheck().run(bytes: Values(bytes).buffer, name: "f")
    #expect(report.findings.map(\.description) == [] && report.notes == [])
    #expect(report.counts.valueCount >= 400)
  }

  @Test("Columns of every type with every option have no finding", arguments: 0..<20)
  func flat(seed: Int) throws {
    var maker = RandomColumns(seed: seed + 40)
    let columns = RandomColumns.types.map {
      maker.column(
        $0, count: 200, distinctCount: seed % 2 == 0 ? 20 : 400,
        nulls: RandomColumns.Nulls.allCases.randomElement(using: &maker.random)!)
    }
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let options = try Self.options(schema, &maker.random)
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: 200)
    let bytes = try WrittenFiles.write([batch], schema: schema, options)
    let report = try ParquetCheck().run(bytes: Values(bytes).buffer, name: "f")
    #expect(report.findings.map(\.description) == [] && report.notes == [])
    #expect(report.counts.valueCount == 200 * columns.count)
  }

  @Test("Rows that are written in order have no finding")
  func sorted() throws {
    var options = ParquetWriterOptions()
    options.sortingColumns = [SortKey("n", isDescending: true)]
    let schema = Schema([Field("n", .int64)])
    let numbers = Column(type: .int64, storage: .int64(Values((0..<100).map { Int64(100 - $0) })))
    let batch = RecordBatch(schema: schema, columns: [numbers], rowCount: 100)
    let bytes = try WrittenFiles.write([batch], schema: schema, options)
    let report = try ParquetCheck().run(bytes: Values(bytes).buffer, name: "f")
    #expect(report.findings.map(\.description) == [] && report.notes == [])
  }
}
