import FoundationEssentials
import InlayBytes
import InlayCSV
import InlayColumns
import InlayDatasets
import InlayStorage
import InlayTesting
import Testing

@Suite("Dataset output")
struct DatasetOutputTests {
  static let schema = Schema([Field("n", .int64), Field("text", .string)])

  /// Rows numbered from `first`.
  static func batch(_ numbers: Range<Int>) -> RecordBatch {
    RecordBatch(
      schema: schema,
      columns: [
        Column(type: .int64, storage: .int64(Values(numbers.map(Int64.init)))),
        Column(type: .string, storage: .views(ViewValues(numbers.map { "row \($0)" }))),
      ], rowCount: numbers.count)
  }

  private func write(_ rows: Int, to path: String, _ options: OutputOptions) throws -> [WrittenFile] {
    let output = try DatasetOutput(path: path, schema: Self.schema, options: options)
    for start in stride(from: 0, to: rows, by: 7) {
      try output.sink.write(Self.batch(start..<min(start + 7, rows)))
    }
    try output.sink.finishAndClose()
    return try output.publish()
  }

  private func numbers(in path: String) throws -> [Int64] {
    let scan = try TableFiles(path: path).open().scan(ScanRequest(columns: [0]))
    var numbers: [Int64] = []
    while let morsel = try scan.nextMorsel() {
      if case .int64(let values) = try scan.read(morsel).columns[0].decoded().storage {
        numbers += (0..<values.count).map { values[$0] }
      }
    }
    return numbers
  }

  @Test("A folder gets a file for every so many rows, and reads back in their order")
  func folder() throws {
    let folder = TestFolder()
    let files = try write(50, to: folder.path + "/", OutputOptions(rowsPerFile: 20))
    #expect(try files.map(\.path) == folder.names.map { folder.path + "/" + $0 })
    #expect(try folder.names.map { $0.prefix(11) } == ["part-00000-", "part-00001-", "part-00002-"])
    #expect(try folder.names.allSatisfy { $0.hasSuffix(".snappy.parquet") })
    #expect(try numbers(in: folder.path) == (0..<50).map(Int64.init))
  }

  @Test("A table without rows leaves one file with its columns")
  func empty() throws {
    let folder = TestFolder()
    _ = try write(0, to: folder.path + "/", OutputOptions())
    #expect(try folder.names.count == 1)
    #expect(try TableFiles(path: folder.path).open().schema == Self.schema)
  }

  @Test("The mode decides what becomes of the files that are there")
  func modes() throws {
    let folder = TestFolder()
    _ = try write(3, to: folder.path + "/", OutputOptions())
    let error = #expect(throws: InlayError.self) { try write(3, to: folder.path + "/", OutputOptions()) }
    #expect(error?.message.contains("--mode append") == true)
    #expect(error?.message.contains("--mode overwrite") == true)
    _ = try write(4, to: folder.path + "/", OutputOptions(mode: .append))
    #expect(try numbers(in: folder.path).count == 7)
    _ = try write(5, to: folder.path + "/", OutputOptions(mode: .overwrite))
    #expect(try numbers(in: folder.path) == [0, 1, 2, 3, 4])
    #expect(try folder.names.count == 1)
  }

  @Test("What was discarded leaves nothing behind")
  func discarded() throws {
    let folder = TestFolder()
    let output = try DatasetOutput(path: folder.path("new/"), schema: Self.schema)
    try output.sink.write(Self.batch(0..<5))
    output.sink.abandon()
    output.discard()
    #expect(try folder.names.isEmpty)
  }

  @Test("A file needs room for a row")
  func noRoom() {
    let folder = TestFolder()
    let error = #expect(throws: InlayError.self) {
      try write(1, to: folder.path + "/", OutputOptions(rowsPerFile: 0))
    }
    #expect(error?.message == "a file needs room for at least one row; found 0")
  }

  @Test("A declared schema is for text: a Parquet file has its own")
  func declaredParquet() throws {
    let folder = TestFolder()
    _ = try write(1, to: folder.path + "/", OutputOptions())
    var csv = CSVOptions()
    csv.types = .schema(Self.schema)
    let error = #expect(throws: InlayError.self) { try TableFiles(path: folder.path).open(csv: csv) }
    #expect(error?.message == "holds its own columns and types; leave the declared schema out")
  }
}
