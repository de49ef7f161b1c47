import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Size statistics")
struct PageSizesTests {
  private static func written(
    _ policy: EncodingPolicy, writesSizes: Bool = true
  ) throws -> WrittenPages {
    let texts = Column(
      type: .string, storage: .views(ViewValues(["a", "a text of some length", "", "漢", "a"])),
      validity: Bitmap([true, true, true, true, false]))
    let lists = ListValues(offsets: Values([0, 2, 2, 5]), elements: texts)
    let list = Column(type: .list(Field("e", .string)), storage: .list(lists))
    let schema = Schema([Field("l", list.type), Field("n", .int32), Field("s", .string)])
    let batch = RecordBatch(
      schema: schema,
      columns: [list, Column(type: .int32, storage: .int32(Values([1, 2, 3]))), texts[0..<3]],
      rowCount: 3)
    var options = ParquetWriterOptions()
    options.rowsPerPage = 2
    options.encoding = policy
    options.writesSizeStatistics = writesSizes
    return try WrittenPages(WrittenFiles.write([batch], schema: schema, options))
  }

  @Test(
    "Chunks and pages tell the bytes of their values, and how many entries stand at each level",
    arguments: [EncodingPolicy.compatible, .automatic, .fixed(.plain), .fixed(.rleDictionary)])
  func sizes(policy: EncodingPolicy) throws {
    let file = try Self.written(policy)
    let chunks = file.metadata.rowGroups[0].columns
    #expect(
      chunks.map { $0.metadata?.sizeStatistics } == [
        SizeStatistics(
          byteArrayByteCount: 25, repetitionLevelHistogram: [3, 3], definitionLevelHistogram: [0, 1, 1, 4]),
        nil, SizeStatistics(byteArrayByteCount: 22),
      ])
    let lists = try file.read(ColumnIndex.self, chunks[0].columnIndexOffset, chunks[0].columnIndexByteCount)
    #expect(lists.repetitionLevelHistograms == [2, 1, 1, 2])
    #expect(lists.definitionLevelHistograms == [0, 1, 0, 2, 0, 0, 1, 2])
    let flat = try file.read(ColumnIndex.self, chunks[2].columnIndexOffset, chunks[2].columnIndexByteCount)
    #expect(flat.repetitionLevelHistograms == nil && flat.definitionLevelHistograms == nil)
    let byteCounts = try chunks.map {
      try file.read(OffsetIndex.self, $0.offsetIndexOffset, $0.offsetIndexByteCount).byteArrayByteCounts
    }
    #expect(byteCounts == [[22, 3], nil, [22, 0]])
  }

  @Test("Nothing is told where the option says so")
  func none() throws {
    let file = try Self.written(.compatible, writesSizes: false)
    for chunk in file.metadata.rowGroups[0].columns {
      #expect(chunk.metadata?.sizeStatistics == nil)
      let offsets = try file.read(OffsetIndex.self, chunk.offsetIndexOffset, chunk.offsetIndexByteCount)
      #expect(offsets.byteArrayByteCounts == nil)
    }
  }
}
