import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Pages with deprecated levels")
struct BitPackedPageTests {
  /// A file of one INT32 column with one page of the first version.
  private static func file(_ repetition: Repetition, rowCount: Int, page: [UInt8]) -> [UInt8] {
    let header = PageHeader(
      type: .data, uncompressedByteCount: Int32(page.count), compressedByteCount: Int32(page.count),
      data: DataPageHeader(
        valueCount: Int32(rowCount), encoding: .plain, definitionLevelEncoding: .bitPacked,
        repetitionLevelEncoding: .bitPacked))
    let chunk = ColumnChunk(
      metadata: ColumnChunkMetadata(
        type: .int32, encodings: [.plain], path: ["c"], compression: .uncompressed,
        valueCount: Int64(rowCount),
        uncompressedByteCount: 10, compressedByteCount: 10, dataPageOffset: 4))
    let schema = [
      SchemaElement(name: "root", childCount: 1),
      SchemaElement(type: .int32, repetition: repetition, name: "c"),
    ]
    let group = RowGroup(columns: [chunk], uncompressedByteCount: 10, rowCount: Int64(rowCount))
    let footer = ThriftTests.write(
      FileMetadata(version: 1, schema: schema, rowCount: Int64(rowCount), rowGroups: [group]))
    let length = (0..<4).map { UInt8(footer.count >> ($0 * 8) & 0xFF) }
    return Array("PAR1".utf8) + ThriftTests.write(header) + page + footer + length + Array("PAR1".utf8)
  }

  private static func texts(_ bytes: [UInt8], rowsPerBatch: Int) throws -> [String?] {
    var options = ParquetReadOptions()
    options.rowsPerBatch = rowsPerBatch
    let file = try ParquetFile(bytes: Values(bytes).buffer, name: "x.parquet", options: options)
    return CellTexts.of(try TestFiles.read(ParquetSource(file)), columnCount: 1)[0]
  }

  @Test("Nulls are where the bits say, in batches of any size", arguments: [1, 7, .max])
  func nulls(rowsPerBatch: Int) throws {
    let isThere = (0..<100).map { $0 % 3 != 1 && $0 < 90 }
    let levels = ReferenceEncodings.bitPacked(isThere.map { $0 ? 1 : 0 }, bitWidth: 1)
    let values = (0..<100).filter { isThere[$0] }.flatMap { row -> [UInt8] in [UInt8(row), 0, 0, 0] }
    let file = Self.file(.optional, rowCount: 100, page: levels + values)
    let expected = (0..<100).map { isThere[$0] ? "\($0)" : nil }
    #expect(try Self.texts(file, rowsPerBatch: rowsPerBatch) == expected)
  }

  @Test("Where nothing can be null there are no levels, whatever their encoding is said to be")
  func required() throws {
    let file = Self.file(.required, rowCount: 2, page: [7, 0, 0, 0, 8, 0, 0, 0])
    #expect(try Self.texts(file, rowsPerBatch: 10) == ["7", "8"])
  }

  @Test("Levels that are longer than the page")
  func short() {
    let file = Self.file(.optional, rowCount: 100, page: [UInt8](repeating: 0xFF, count: 12))
    let error = #expect(throws: InlayError.self) { try Self.texts(file, rowsPerBatch: 10) }
    #expect(error?.message == "the page's levels are longer than the page")
  }
}
