import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("The pages of nested columns")
struct NestedPageTests {
  /// The levels of a data page and how many rows it is said to have.
  private struct Levels {
    var repetition: [Int]
    var definition: [Int]
  }

  private static func levels(_ bytes: RawSpan, _ greatest: Int, count: Int) throws -> [Int] {
    var output = ValueBuilder<UInt32>()
    var decoder = HybridDecoder(bytes, bitWidth: BitPacker.bitWidth(ofNumbersBelow: greatest + 1))
    try output.append(count: count) { (room: inout MutableSpan<UInt32>) throws in
      try decoder.read(count, into: &room)
    }
    return (0..<count).map { Int(output[$0]) }
  }

  /// Takes the levels of an uncompressed page apart.
  private static func levels(_ page: WrittenPages.Page, _ path: LeafPath) throws -> Levels {
    let bytes = Values(page.bytes)
    var offset = 0
    func part(_ greatest: Int, v2ByteCount: Int32?) throws -> [Int] {
      let count = Int(page.header.data?.valueCount ?? page.header.dataV2?.valueCount ?? 0)
      guard greatest > 0 else { return Array(repeating: 0, count: count) }
      var length = Int(v2ByteCount ?? 0)
      if v2ByteCount == nil {
        length = Int(bytes.rawSpan.littleEndian32(at: offset))
        offset += 4
      }
      defer { offset += length }
      return try levels(bytes.rawSpan.extracting(offset..<offset + length), greatest, count: count)
    }
    let repetition = try part(
      path.repetitionLevel, v2ByteCount: page.header.dataV2?.repetitionLevelByteCount)
    let definition = try part(
      path.definitionLevel, v2ByteCount: page.header.dataV2?.definitionLevelByteCount)
    return Levels(repetition: repetition, definition: definition)
  }

  private static func options(_ random: inout SeededGenerator) -> ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.compression = .uncompressed
    options.rowsPerPage = [1, 7, 100].randomElement(using: &random)!
    options.bytesPerPage = [40, 300, 1 << 20].randomElement(using: &random)!
    options.rowsPerGroup = 150
    options.encoding = [EncodingPolicy.compatible, .fixed(.plain)].randomElement(using: &random)!
    options.dataPageVersion = DataPageVersion.allCases.randomElement(using: &random)!
    return options
  }

  @Test("Pages hold whole rows, within their limits, and count rows, values and nulls", arguments: 0..<60)
  func pages(seed: Int) throws {
    var maker = RandomNesting(seed: seed + 500)
    let field = Field("c", maker.type(depth: 3))
    let column = maker.column(field, count: 400)
    let options = Self.options(&maker.flat.random)
    let schema = Schema([field])
    let whole = RecordBatch(schema: schema, columns: [column], rowCount: 400)
    let bytes = try WrittenFiles.write([whole], schema: schema, options)
    let cut = [0..<13, 13..<250, 250..<400].map { whole.slice($0) }
    #expect(try WrittenFiles.write(cut, schema: schema, options) == bytes)
    let file = try WrittenPages(bytes)
    for (number, leaf) in try FileLayout(schema).leaves.enumerated() {
      for (group, first) in [0, 150, 300].enumerated() {
        let part = column[first..<min(first + 150, 400)]
        let expected = ReferenceShredder(part, field).leaves[number]
        try Self.check(file, group, number, leaf.path, expected, options)
      }
    }
  }

  private static func check(
    _ file: WrittenPages, _ group: Int, _ number: Int, _ path: LeafPath,
    _ expected: [ReferenceShredder.Entry], _ options: ParquetWriterOptions
  ) throws {
    let chunk = file.metadata.rowGroups[group].columns[number]
    let metadata = try #require(chunk.metadata)
    let offsets = try file.read(OffsetIndex.self, chunk.offsetIndexOffset, chunk.offsetIndexByteCount)
    #expect(metadata.path == path.names)
    #expect(metadata.valueCount == Int64(expected.count))
    #expect(metadata.statistics?.nullCount == Int64(expected.count { $0.definition < path.definitionLevel }))
    var (entry, row) = (0, 0)
    let pages = try file.pages(rowGroup: group, column: number).filter { $0.header.dictionary == nil }
    #expect(offsets.pageLocations.count == pages.count)
    for (page, location) in zip(pages, offsets.pageLocations) {
      let levels = try levels(page, path)
      let part = expected[entry..<entry + levels.definition.count]
      #expect(levels.repetition == part.map(\.repetition) && levels.definition == part.map(\.definition))
      #expect(levels.repetition.first == 0 && location.firstRow == Int64(row))
      let rowCount = levels.repetition.count { $0 == 0 }
      #expect(rowCount <= options.rowsPerPage)
      if let header = page.header.dataV2 {
        #expect(header.rowCount == Int32(rowCount))
        #expect(header.nullCount == Int32(part.count { $0.definition < path.definitionLevel }))
      }
      entry += part.count
      row += rowCount
    }
    #expect(entry == expected.count && row == Int(file.metadata.rowGroups[group].rowCount))
  }
}

extension WrittenPages {
  /// Reads a structure of the page index.
  func read<Struct: ThriftStruct>(_: Struct.Type, _ offset: Int64?, _ count: Int32?) throws -> Struct {
    let start = Int(try #require(offset))
    var reader = ThriftReader(bytes.rawSpan.extracting(start..<start + Int(try #require(count))))
    return try Struct(reading: &reader)
  }
}
