import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Picked rows")
struct PickedRowsTests {
  private static let encodings: [EncodingPolicy] = [
    .compatible, .fixed(.plain), .fixed(.deltaLengthByteArray), .fixed(.deltaByteArray),
  ]

  @Test("Few rows of many are those that are gathered from all of them", arguments: 0..<32)
  func sparse(seed: Int) throws {
    var maker = RandomColumns(seed: seed + 700)
    let count = 2_000
    let nulls = RandomColumns.Nulls.allCases[seed % 4]
    let distinctCount = [5, 900, 1 << 30].randomElement(using: &maker.random)!
    let columns = [DataType.string, .binary].map {
      maker.column($0, count: count, distinctCount: min(distinctCount, count), nulls: nulls)
    }
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    var options = ParquetWriterOptions()
    options.encoding = Self.encodings[seed / 4 % 4]
    options.dataPageVersion = [.v1, .v2][seed / 16 % 2]
    options.rowsPerPage = [90, 700, 20_000].randomElement(using: &maker.random)!
    let bytes = try WrittenFiles.write(
      [RecordBatch(schema: schema, columns: columns, rowCount: count)], schema: schema, options)
    let file = try ParquetFile(bytes: Values(bytes).buffer, name: "picked")
    for position in columns.indices {
      let reader = try ColumnReader(file, rowGroup: 0, column: position)
      for _ in 0..<2 {
        let rows = Self.rows(below: count, &maker.random)
        let places = Values(rows.ranges.flatMap { $0.map(UInt32.init) })
        let picked = try reader.chunks[0].pick(rows)
        #expect(CellTexts.of(picked) == CellTexts.of(columns[position].gathered(places)))
        #expect(try CellTexts.of(reader.read(rows)) == CellTexts.of(picked))
      }
    }
  }

  /// Few rows, now and then some that follow each other.
  private static func rows(below count: Int, _ random: inout SeededGenerator) -> RowRanges {
    var rows = RowRanges()
    var next = Int.random(in: 0..<400, using: &random)
    while next < count {
      let end = min(count, next + Int.random(in: 1...3, using: &random))
      rows.append(next..<end)
      next = end + Int.random(in: 1...400, using: &random)
    }
    return rows
  }

  @Test("A text that is no UTF-8 is an error where it is picked")
  func notUTF8() throws {
    let texts = (0..<2_000).map { "text number \($0)" }
    let column = Column(type: .string, storage: .views(ViewValues(texts)))
    let schema = Schema([Field("c", .string)])
    var options = ParquetWriterOptions()
    options.encoding = .fixed(.plain)
    options.compression = .uncompressed
    options.writesChecksums = false
    var bytes = try WrittenFiles.write(
      [RecordBatch(schema: schema, columns: [column], rowCount: texts.count)], schema: schema, options)
    let needle = Array("text number 1000".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: needle) })
    bytes[place] = 0xFF
    let file = try ParquetFile(bytes: Values(bytes).buffer, name: "broken")
    let chunk = try ColumnReader(file, rowGroup: 0, column: 0).chunks[0]
    var rows = RowRanges(10..<11)
    rows.append(1_000..<1_001)
    let error = #expect(throws: InlayError.self) { _ = try chunk.pick(rows) }
    #expect(error?.code == .corrupt)
    #expect(error?.location.page == 0)
  }
}
