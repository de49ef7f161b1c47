import InlayBytes
import InlayColumns
import InlayParquet
import InlayTesting
import Testing

@Suite("Nested columns, written and read")
struct NestedRoundTripTests {
  private static func options(_ random: inout SeededGenerator) -> ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.compression = CodecPages.builtIn.randomElement(using: &random)!
    options.encoding = [.compatible, .automatic, .fixed(.plain)].randomElement(using: &random)!
    options.dataPageVersion = DataPageVersion.allCases.randomElement(using: &random)!
    options.rowsPerPage = [1, 30, 20_000].randomElement(using: &random)!
    options.bytesPerPage = [60, 2_000, 1 << 20].randomElement(using: &random)!
    options.rowsPerGroup = [70, 400, 262_144].randomElement(using: &random)!
    options.bytesPerGroup = [nil, nil, 900, 20_000].randomElement(using: &random)!
    options.dictionaryByteLimit = [200, 1 << 24].randomElement(using: &random)!
    options.writesSizeStatistics = Bool.random(using: &random)
    options.writesStatistics = Bool.random(using: &random)
    options.writesChecksums = Bool.random(using: &random)
    return options
  }

  @Test("Random types come back equal under random options", arguments: 0..<80)
  func random(seed: Int) throws {
    var maker = RandomNesting(seed: seed + 9_000)
    let rowCount = [0, 1, 350, 900].randomElement(using: &maker.flat.random)!
    let fields = ["a", "b"].map {
      Field($0, maker.type(depth: 4), isNullable: Bool.random(using: &maker.flat.random))
    }
    let columns = fields.map { maker.column($0, count: rowCount) }
    let schema = Schema(fields)
    let whole = RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
    let options = Self.options(&maker.flat.random)
    let bytes = try WrittenFiles.write([whole], schema: schema, options)
    let half = rowCount / 2
    let halves = [whole.slice(0..<half), whole.slice(half..<rowCount)]
    #expect(try WrittenFiles.write(halves, schema: schema, options) == bytes)
    try TestFiles.withFile(bytes) { path in
      var reading = ParquetReadOptions()
      reading.rowsPerBatch = [1, 60, 65_536].randomElement(using: &maker.flat.random)!
      let source = try ParquetSource(path: path, options: reading)
      #expect(source.schema == schema)
      let texts = CellTexts.of(try TestFiles.read(source), columnCount: 2)
      #expect(texts == columns.map { CellTexts.of($0) })
    }
  }
}
