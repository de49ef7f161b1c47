import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("Data pages of the second version")
struct DataPageVersionTests {
  private static var options: ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.dataPageVersion = .v2
    options.encoding = .fixed(.plain)
    return options
  }

  @Test("Levels stand uncompressed before the values, whose compression the header tells")
  func levels() throws {
    let validity = Bitmap((0..<1_000).map { $0 < 10 })
    let column = Column(
      type: .int32, storage: .int32(Values(Array(repeating: 7, count: 1_000))), validity: validity)
    let file = try WrittenPages(column, isNullable: true, Self.options)
    let page = try #require(try file.pages().first)
    let header = try #require(page.header.dataV2)
    #expect(page.header.type == .dataV2 && page.header.data == nil)
    #expect(header.valueCount == 1_000 && header.nullCount == 990 && header.rowCount == 1_000)
    #expect(header.repetitionLevelByteCount == 0)
    // A group with eight values, one with two, and a run of nulls up to the last row.
    #expect(header.definitionLevelByteCount == 6)
    #expect(Array(page.bytes[..<6]) == [0b101, 0xFF, 0b11, 0xB0, 0x0F, 0])
    #expect(header.isCompressed)
    #expect(page.header.uncompressedByteCount == 6 + 40)
    #expect(
      file.metadata.rowGroups[0].columns[0].metadata?.encodingStatistics == [
        PageEncodingStatistics(pageType: .dataV2, encoding: .plain, count: 1)
      ])
  }

  @Test(
    "Values that compression does not make smaller stay as they are, and so does no value at all",
    arguments: [Compression.snappy, .gzip, .uncompressed])
  func incompressible(compression: Compression) throws {
    var options = Self.options
    options.compression = compression
    let two = Column(type: .int32, storage: .int32(Values([1, 2])))
    let few = try #require(try WrittenPages(two, isNullable: false, options).pages().first)
    #expect(few.header.dataV2?.isCompressed == false)
    #expect(few.bytes == [1, 0, 0, 0, 2, 0, 0, 0])
    let nulls = Column(
      type: .int32, storage: .int32(Values([0, 0, 0])), validity: Bitmap([false, false, false]))
    let none = try #require(try WrittenPages(nulls, isNullable: true, options).pages().first)
    #expect(none.header.dataV2?.isCompressed == false && none.header.dataV2?.nullCount == 3)
    #expect(none.header.dataV2?.definitionLevelByteCount == Int32(none.bytes.count))
    let all = Column(type: .int32, storage: .int32(Values(Array(repeating: 5, count: 500))))
    let many = try #require(try WrittenPages(all, isNullable: false, options).pages().first)
    #expect(many.header.dataV2?.isCompressed == (compression != .uncompressed))
  }
}
