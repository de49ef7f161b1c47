/// How the values of one column in one row group are stored: `ColumnMetaData` in the format.
public struct ColumnChunkMetadata: Hashable, Sendable {
  /// How values are stored.
  public var type: PhysicalType
  /// All encodings that occur, for levels too.
  public var encodings: [Encoding]
  /// The names from the root, which is left out, to the leaf.
  public var path: [String]
  /// How pages are compressed.
  public var compression: Compression
  /// The number of values, nulls counted.
  public var valueCount: Int64
  /// The bytes of all pages before compression, headers counted.
  public var uncompressedByteCount: Int64
  /// The bytes of all pages in the file, headers counted.
  public var compressedByteCount: Int64
  /// What the writer left under names.
  public var keyValues: [KeyValue]?
  /// The file offset of the first data page.
  public var dataPageOffset: Int64
  /// The file offset of the index page; never used.
  public var indexPageOffset: Int64?
  /// The file offset of the dictionary page. Some writers leave it out, others write 0 for none.
  public var dictionaryPageOffset: Int64?
  /// What is known of the values.
  public var statistics: Statistics?
  /// How many pages there are of each kind and encoding.
  public var encodingStatistics: [PageEncodingStatistics]?
  /// The file offset of the bloom filter.
  public var bloomFilterOffset: Int64?
  /// The bytes of the bloom filter, its header counted.
  public var bloomFilterByteCount: Int32?
  /// How large the values are.
  public var sizeStatistics: SizeStatistics?
  /// Where geometries lie.
  public var geospatialStatistics: GeospatialStatistics?

  /// Makes the struct from its fields.
  public init(
    type: PhysicalType, encodings: [Encoding], path: [String], compression: Compression, valueCount: Int64,
    uncompressedByteCount: Int64, compressedByteCount: Int64, keyValues: [KeyValue]? = nil,
    dataPageOffset: Int64, indexPageOffset: Int64? = nil, dictionaryPageOffset: Int64? = nil,
    statistics: Statistics? = nil, encodingStatistics: [PageEncodingStatistics]? = nil,
    bloomFilterOffset: Int64? = nil, bloomFilterByteCount: Int32? = nil, sizeStatistics: SizeStatistics? = nil
  ) {
    self.type = type
    self.encodings = encodings
    self.path = path
    self.compression = compression
    self.valueCount = valueCount
    self.uncompressedByteCount = uncompressedByteCount
    self.compressedByteCount = compressedByteCount
    self.keyValues = keyValues
    self.dataPageOffset = dataPageOffset
    self.indexPageOffset = indexPageOffset
    self.dictionaryPageOffset = dictionaryPageOffset
    self.statistics = statistics
    self.encodingStatistics = encodingStatistics
    self.bloomFilterOffset = bloomFilterOffset
    self.bloomFilterByteCount = bloomFilterByteCount
    self.sizeStatistics = sizeStatistics
  }
}

extension ColumnChunkMetadata: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var type: PhysicalType?
    var encodings: [Encoding]?
    var path: [String]?
    var compression: Compression?
    var valueCount: Int64?
    var uncompressedByteCount: Int64?
    var compressedByteCount: Int64?
    var keyValues: [KeyValue]?
    var dataPageOffset: Int64?
    var indexPageOffset: Int64?
    var dictionaryPageOffset: Int64?
    var statistics: Statistics?
    var encodingStatistics: [PageEncodingStatistics]?
    var bloomFilterOffset: Int64?
    var bloomFilterByteCount: Int32?
    var sizeStatistics: SizeStatistics?
    var geospatialStatistics: GeospatialStatistics?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: type = try reader.int32(field).flatMap(PhysicalType.init(rawValue:))
      case 2: encodings = try reader.int32s(field)?.map(Encoding.init(rawValue:))
      case 3: path = try reader.strings(field)
      case 4: compression = try reader.int32(field).map(Compression.init(rawValue:))
      case 5: valueCount = try reader.int64(field)
      case 6: uncompressedByteCount = try reader.int64(field)
      case 7: compressedByteCount = try reader.int64(field)
      case 8: keyValues = try reader.structures(field)
      case 9: dataPageOffset = try reader.int64(field)
      case 10: indexPageOffset = try reader.int64(field)
      case 11: dictionaryPageOffset = try reader.int64(field)
      case 12: statistics = try reader.structure(field)
      case 13: encodingStatistics = try reader.structures(field)
      case 14: bloomFilterOffset = try reader.int64(field)
      case 15: bloomFilterByteCount = try reader.int32(field)
      case 16: sizeStatistics = try reader.structure(field)
      case 17: geospatialStatistics = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    self.type = try reader.require(type, "ColumnMetaData.type")
    self.encodings = try reader.require(encodings, "ColumnMetaData.encodings")
    self.path = try reader.require(path, "ColumnMetaData.path_in_schema")
    self.compression = try reader.require(compression, "ColumnMetaData.codec")
    self.valueCount = try reader.require(valueCount, "ColumnMetaData.num_values")
    self.uncompressedByteCount = try reader.require(
      uncompressedByteCount, "ColumnMetaData.total_uncompressed_size")
    self.compressedByteCount = try reader.require(compressedByteCount, "ColumnMetaData.total_compressed_size")
    self.keyValues = keyValues
    self.dataPageOffset = try reader.require(dataPageOffset, "ColumnMetaData.data_page_offset")
    self.indexPageOffset = indexPageOffset
    self.dictionaryPageOffset = dictionaryPageOffset
    self.statistics = statistics
    self.encodingStatistics = encodingStatistics
    self.bloomFilterOffset = bloomFilterOffset
    self.bloomFilterByteCount = bloomFilterByteCount
    self.sizeStatistics = sizeStatistics
    self.geospatialStatistics = geospatialStatistics
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, type.rawValue)
    writer.field(2, encodings.map(\.rawValue))
    writer.field(3, path)
    writer.field(4, compression.rawValue)
    writer.field(5, valueCount)
    writer.field(6, uncompressedByteCount)
    writer.field(7, compressedByteCount)
    writer.field(8, keyValues)
    writer.field(9, dataPageOffset)
    writer.field(10, indexPageOffset)
    writer.field(11, dictionaryPageOffset)
    writer.field(12, statistics)
    writer.field(13, encodingStatistics)
    writer.field(14, bloomFilterOffset)
    writer.field(15, bloomFilterByteCount)
    writer.field(16, sizeStatistics)
    writer.field(17, geospatialStatistics)
    writer.endStruct()
  }
}
