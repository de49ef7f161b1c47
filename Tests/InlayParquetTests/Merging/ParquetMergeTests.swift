import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Merging")
struct ParquetMergeTests {
  private static let schema = Schema([Field("n", .int64), Field("t", .string)])

  private func rows(_ numbers: Range<Int>) -> RecordBatch {
    RecordBatch(
      schema: Self.schema,
      columns: [
        Column(type: .int64, storage: .int64(Values(numbers.map(Int64.init)))),
        Column(type: .string, storage: .views(ViewValues(numbers.map { "text number \($0 % 40)" }))),
      ], rowCount: numbers.count)
  }

  private func file(
    _ numbers: Range<Int>, _ name: String = "x", _ change: (inout ParquetWriterOptions) -> Void = { _ in }
  ) throws -> ParquetFile {
    var options = ParquetWriterOptions()
    options.rowsPerGroup = 100
    options.rowsPerPage = 30
    options.bloomFilters = ["t": BloomFilterOptions()]
    change(&options)
    let bytes = try WrittenFiles.write([rows(numbers)], schema: Self.schema, options)
    return try ParquetFile(bytes: Values(bytes).buffer, name: name)
  }

  private func merge(_ files: [ParquetFile]) throws -> [UInt8] {
    let sink = MemorySink()
    _ = try ParquetMerge(files).write(to: sink)
    return sink.bytes
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("All rows come in order, and the file keeps its own word")
  func rowsAndWord() throws {
    let bytes = try merge([file(0..<250), file(250..<300), file(300..<300), file(300..<420)])
    let columns = try WrittenFiles.read(bytes)
    #expect(columns[0] == (0..<420).map { "\($0)" })
    #expect(columns[1] == (0..<420).map { "text number \($0 % 40)" })
    let report = try ParquetCheck().run(bytes: Values(bytes).buffer, name: "merged")
    #expect(report.findings.map(\.description) == [])
  }

  @Test("Row groups, page index and bloom filters are those of the files, at other places")
  func contents() throws {
    let files = try [file(0..<150), file(1_000..<1_100)]
    let merged = try ParquetFile(bytes: Values(merge(files)).buffer, name: "merged")
    #expect(merged.metadata.rowGroups.map(\.rowCount) == [100, 50, 100])
    #expect(merged.metadata.rowGroups.map(\.ordinal) == [0, 1, 2])
    for (group, (file, origin)) in [(files[0], 0), (files[0], 1), (files[1], 0)].enumerated() {
      for leaf in 0..<2 {
        let index = try merged.columnIndex(rowGroup: group, leaf: leaf)
        #expect(try index == file.columnIndex(rowGroup: origin, leaf: leaf) && index != nil)
        let (mine, theirs) = (
          try merged.offsetIndex(rowGroup: group, leaf: leaf),
          try file.offsetIndex(rowGroup: origin, leaf: leaf)
        )
        #expect(mine?.pageLocations.map(\.firstRow) == theirs?.pageLocations.map(\.firstRow))
        #expect(
          mine?.pageLocations.first?.offset
            == merged.metadata.rowGroups[group].columns[leaf].metadata?.dataPageOffset)
      }
      #expect(try merged.bloomFilter(rowGroup: group, leaf: 0) == nil)
      #expect(try merged.bloomFilter(rowGroup: group, leaf: 1) != nil)
    }
  }

  @Test("Texts under names stay where all files have them, and doubtful bounds go")
  func footers() throws {
    let common = KeyValue(key: "a", value: "1")
    let files = try [
      file(0..<10) { $0.keyValues = [common, KeyValue(key: "b", value: "1")] },
      file(0..<10) { $0.keyValues = [KeyValue(key: "b", value: "2"), common] },
    ]
    let footer = try WrittenFiles.metadata(merge(files))
    #expect(footer.keyValues == [common])
    #expect(footer.columnOrders == files[0].metadata.columnOrders)
    for chunk in footer.rowGroups.flatMap(\.columns) {
      #expect(chunk.metadata?.statistics?.deprecatedMin == nil)
      #expect(chunk.metadata?.statistics?.min != nil)
    }
    let other = try merge([files[0]])
    #expect(try WrittenFiles.metadata(other).keyValues?.count == 2)
  }

  @Test("Files whose schema elements differ are refused with file and column")
  func schemas() throws {
    let schema = Schema([Field("n", .int64, isNullable: false), Field("t", .string)])
    let batch = RecordBatch(schema: schema, columns: rows(0..<3).columns, rowCount: 3)
    let bytes = try WrittenFiles.write([batch], schema: schema)
    let other = try ParquetFile(bytes: Values(bytes).buffer, name: "other")
    #expect(
      message { _ = try ParquetMerge([file(0..<3, "first"), other]) } == """
        other, column n: the schema element is not that of the first file, so that row groups cannot be copied; the \
        first file is first
        """)
    #expect(message { _ = try ParquetMerge([]) } == "there is nothing to merge; name a file")
  }

  @Test("A footer that names bytes outside of its file is an error, never a trap")
  func hostile() throws {
    let bytes = try WrittenFiles.write([rows(0..<120)], schema: Self.schema)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      var damaged = bytes
      let place = Int.random(in: (bytes.count - 500)..<(bytes.count - 8), using: &random)
      damaged[place] = UInt8.random(in: 0...255, using: &random)
      guard let file = try? ParquetFile(bytes: Values(damaged).buffer, name: "damaged") else { continue }
      do { _ = try merge([file]) } catch { #expect(error is InlayError) }
    }
  }
}
