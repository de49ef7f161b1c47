import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("Files of other writers")
struct FixtureTests {
  static let names = [
    "pyarrow_v1", "pyarrow_v2", "pyarrow_plain", "pyarrow_fallback", "pyarrow_delta", "pyarrow_split",
    "duckdb", "polars", "datafusion", "spark",
  ]

  @Test("Every value of every type comes back, in batches of any size", arguments: names, [.max, 50, 7])
  func values(name: String, rowsPerBatch: Int) throws {
    var options = ParquetReadOptions()
    options.rowsPerBatch = rowsPerBatch
    let source = try ParquetSource(path: TestFiles.fixture(name), options: options)
    #expect(source.estimate.rowCount == FixtureRows.count)
    let batches = try TestFiles.read(source)
    let texts = CellTexts.of(batches, columnCount: source.schema.count)
    #expect(source.schema.count > 5)
    for (position, field) in source.schema.fields.enumerated() {
      #expect(field.type == FixtureRows.types[field.name], "\(field.name)")
      #expect(texts[position] == FixtureRows.texts(field.name), "\(field.name)")
    }
  }

  @Test("Columns are given in the order in which they were asked for, and nothing else is read")
  func projection() throws {
    let source = try ParquetSource(path: TestFiles.fixture("pyarrow_v1"))
    let wanted = ["text", "id"]
    let scan = try source.scan(ScanRequest(columns: wanted.map { source.schema.index(of: $0)! }))
    #expect(scan.schema.names == wanted)
    var batches: [RecordBatch] = []
    while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
    #expect(CellTexts.of(batches, columnCount: 2) == wanted.map(FixtureRows.texts))
    #expect(scan.progress.rowCount == FixtureRows.count)
    #expect(scan.progress.byteCount > 0 && scan.progress.byteCount < source.estimate.byteCount / 4)
  }

  @Test("No columns at all still have rows")
  func noColumns() throws {
    let source = try ParquetSource(path: TestFiles.fixture("polars"))
    let batches = try TestFiles.read(source, columns: [])
    #expect(batches.map(\.rowCount).reduce(0, +) == FixtureRows.count)
  }

  @Test("Strings whose pages all refer to a dictionary stay in dictionary form, one dictionary a row group")
  func dictionaries() throws {
    var options = ParquetReadOptions()
    options.rowsPerBatch = 20
    let source = try ParquetSource(path: TestFiles.fixture("pyarrow_v2"), options: options)
    let batches = try TestFiles.read(source, columns: [source.schema.index(of: "word")!])
    var bases: Set<ObjectIdentifier> = []
    for batch in batches {
      guard case .dictionary(let values) = batch.columns[0].storage else {
        Issue.record("not in dictionary form")
        continue
      }
      bases.insert(ObjectIdentifier(values.base))
    }
    #expect(batches.count > 1)
    #expect(bases.count == 1)
  }

  @Test("Workers that share a row group, its pages and its dictionaries read the same rows", arguments: names)
  func workers(name: String) throws {
    var options = ParquetReadOptions()
    options.rowsPerBatch = 10
    let source = try ParquetSource(path: TestFiles.fixture(name), options: options)
    let scan = try source.scan(ScanRequest(allOf: source.schema))
    var morsels: [Morsel] = []
    while let morsel = try scan.nextMorsel() { morsels.append(morsel) }
    #expect(morsels.map(\.sequence) == Array(0..<morsels.count))
    let all = morsels
    let batches = try Workers(count: 8).map(all.count) { try scan.read(all[$0]) }
    let texts = CellTexts.of(batches, columnCount: source.schema.count)
    #expect(texts == source.schema.names.map(FixtureRows.texts))
  }
}
