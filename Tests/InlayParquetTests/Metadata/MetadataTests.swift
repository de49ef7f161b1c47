import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("The footer's structs")
struct MetadataTests {
  private static let statistics = Statistics(
    deprecatedMax: [9], deprecatedMin: [1], nullCount: 3, distinctCount: 7, max: [9, 9], min: [],
    isMaxExact: false, isMinExact: true, nanCount: 0)

  private static let chunk = ColumnChunk(
    filePath: nil,
    metadata: ColumnChunkMetadata(
      type: .byteArray, encodings: [.plain, .rleDictionary, Encoding(rawValue: 77)], path: ["a", "b"],
      compression: .snappy, valueCount: 1 << 40, uncompressedByteCount: 10, compressedByteCount: 9,
      keyValues: [KeyValue(key: "k", value: nil)], dataPageOffset: 4, indexPageOffset: nil,
      dictionaryPageOffset: 0, statistics: statistics,
      encodingStatistics: [PageEncodingStatistics(pageType: .data, encoding: .plain, count: 1)],
      bloomFilterOffset: 100, bloomFilterByteCount: 32,
      sizeStatistics: SizeStatistics(byteArrayByteCount: 3, definitionLevelHistogram: [1, 2])),
    offsetIndexOffset: 5, offsetIndexByteCount: 6, columnIndexOffset: 7, columnIndexByteCount: 8,
    encryption: .columnKey(path: ["a", "b"], metadata: [1, 2]), encryptedMetadata: [3, 4, 5])

  private static let geospatialChunk: ColumnChunk = {
    var chunk = Self.chunk
    var box = BoundingBox(minX: 170, maxX: -170, minY: -0.0, maxY: .infinity)
    (box.minZ, box.maxZ) = (1, 2)
    chunk.metadata?.geospatialStatistics = GeospatialStatistics(boundingBox: box, geometryTypes: [1, 1003])
    return chunk
  }()

  private static let logicalTypes: [LogicalType] = [
    .string, .map, .list, .enumeration, .decimal(scale: 2, precision: 38), .date, .time(.millis, isUTC: true),
    .timestamp(.nanos, isUTC: false), .integer(bitWidth: 8, isSigned: false), .null, .json, .bson, .uuid,
    .float16, .variant(specificationVersion: 1), .geometry(crs: "OGC:CRS84"),
    .geography(crs: nil, algorithm: 4), .file,
  ]

  @Test("A footer with every field comes back as it was")
  func footer() throws {
    let elements = Self.logicalTypes.map { type in
      SchemaElement(
        type: .int64, typeLength: 5, repetition: .optional, name: "\(type)", convertedType: .bson, scale: 1,
        precision: 2, fieldID: -3, logicalType: type)
    }
    let metadata = FileMetadata(
      version: 2, schema: [SchemaElement(name: "schema", childCount: 18)] + elements, rowCount: .max,
      rowGroups: [
        RowGroup(
          columns: [Self.chunk, Self.geospatialChunk], uncompressedByteCount: 1, rowCount: 2,
          sortingColumns: [SortingColumn(columnIndex: 0, isDescending: true, areNullsFirst: false)],
          fileOffset: 4, compressedByteCount: 5, ordinal: -1)
      ], keyValues: [], createdBy: "me", columnOrders: [.typeDefined, .ieee754Total, .int96Timestamp])
    #expect(try ThriftTests.read(ThriftTests.write(metadata)) == metadata)
  }

  @Test("Page headers and indexes come back as they were")
  func pages() throws {
    let header = PageHeader(
      type: .dataV2, uncompressedByteCount: 1, compressedByteCount: 2, checksum: 0xFFFF_FFFF,
      data: DataPageHeader(valueCount: 3, encoding: .plain, statistics: Self.statistics),
      dictionary: DictionaryPageHeader(valueCount: 4, encoding: .plainDictionary, isSorted: false),
      dataV2: DataPageHeaderV2(
        valueCount: 5, nullCount: 6, rowCount: 7, encoding: .rle, definitionLevelByteCount: 8,
        repetitionLevelByteCount: 9, isCompressed: false))
    #expect(try ThriftTests.read(ThriftTests.write(header)) == header)
    let offsets = OffsetIndex(
      pageLocations: (0..<20).map { PageLocation(offset: $0, compressedByteCount: 2, firstRow: 3) },
      byteArrayByteCounts: [1])
    #expect(try ThriftTests.read(ThriftTests.write(offsets)) == offsets)
    let bounds = ColumnIndex(
      nullPages: [true, false], minValues: [[], [1]], maxValues: [[], [2]], boundaryOrder: .ascending,
      nullCounts: [1, 0], repetitionLevelHistograms: [], definitionLevelHistograms: [4], nanCounts: [0, 1])
    #expect(try ThriftTests.read(ThriftTests.write(bounds)) == bounds)
  }

  @Test("A page of the second version is compressed unless it says otherwise")
  func compressedByDefault() throws {
    let bytes: [UInt8] = [0x15, 2, 0x15, 0, 0x15, 2, 0x15, 0, 0x15, 0, 0x15, 0, 0]
    #expect(try ThriftTests.read(bytes, as: DataPageHeaderV2.self).isCompressed)
  }

  @Test("A logical type from the future is kept by its number")
  func unrecognized() throws {
    #expect(try ThriftTests.read([0x0C, 0xF6, 0x27, 0, 0], as: LogicalType.self) == .unrecognized(2555))
  }
}
