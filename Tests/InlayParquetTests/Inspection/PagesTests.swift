import Foundation
import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Pages of a column chunk")
struct PagesTests {
  /// A file of 100 numbers in pages of 40 rows, without a dictionary.
  static func numbers() throws -> [UInt8] {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 40
    options.encoding = .fixed(.plain)
    options.compression = .uncompressed
    let field = Field("n", .int64, isNullable: false)
    let column = Column(type: .int64, storage: .int64(Values((0..<100).map { Int64($0) })))
    let batch = RecordBatch(schema: Schema([field]), columns: [column], rowCount: 100)
    return try WrittenFiles.write([batch], schema: batch.schema, options)
  }

  static func file(_ bytes: [UInt8]) throws -> ParquetFile {
    try ParquetFile(bytes: Values(bytes).buffer, name: "numbers")
  }

  @Test("Pages are listed with their places, and the offset index agrees")
  func places() throws {
    let file = try Self.file(try Self.numbers())
    let pages = try file.pages(rowGroup: 0, leaf: 0)
    #expect(pages.map(\.valueCount) == [40, 40, 20])
    #expect(pages.map(\.encoding) == [.plain, .plain, .plain])
    #expect(pages.map { $0.contents.count } == [320, 320, 160])
    let locations = try #require(try file.offsetIndex(rowGroup: 0, leaf: 0)).pageLocations
    #expect(pages.map(\.offset) == locations.map { Int($0.offset) })
    #expect(pages.map(\.byteCount) == locations.map { Int($0.compressedByteCount) })
  }

  @Test("Pages before a header that cannot be read are listed all the same")
  func damagedHeader() throws {
    var bytes = try Self.numbers()
    let second = try Self.file(bytes).pages(rowGroup: 0, leaf: 0)[1]
    bytes[second.offset] = 0xFF
    let file = try Self.file(bytes)
    let inspection = file.inspect(rowGroup: 0, leaf: 0)
    #expect(inspection.pages.count == 1)
    let problem = try #require(inspection.problems.first)
    #expect(problem.location.page == 1 && problem.location.rowGroup == 0 && problem.location.column == "n")
    #expect(problem.message.hasPrefix("the page's header cannot be read: "))
    #expect(throws: problem) { try file.pages(rowGroup: 0, leaf: 0) }
  }

  @Test("Leaves have the paths of the column chunks")
  func leaves() throws {
    let file = try Self.file(try Self.numbers())
    #expect(file.root.leafNodes().map(\.name) == ["n"])
  }

  @Test(
    "A bound is shown as a value of its column",
    arguments: [
      (SchemaElement(type: .int32, name: "c", logicalType: .date), [0x10, 0x27, 0, 0], "1997-05-19"),
      (SchemaElement(type: .int32, name: "c"), [0xFF, 0xFF, 0xFF, 0xFF], "-1"),
      (
        SchemaElement(type: .int64, name: "c", logicalType: .decimal(scale: 2, precision: 10)),
        [0x39, 0x30, 0, 0, 0, 0, 0, 0], "123.45"
      ),
      (SchemaElement(type: .byteArray, name: "c", logicalType: .string), [0xC3, 0xA9], "é"),
      (SchemaElement(type: .byteArray, name: "c", logicalType: .string), [0xC3], nil),
      (SchemaElement(type: .int32, name: "c"), [1, 2], nil),
      (SchemaElement(type: .boolean, name: "c"), [1], "true"),
    ] as [(SchemaElement, [UInt8], String?)])
  func boundTexts(element: SchemaElement, bytes: [UInt8], text: String?) {
    #expect(element.text(ofBound: bytes) == text)
  }
}
