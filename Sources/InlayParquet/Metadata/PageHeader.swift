/// What precedes a page's bytes.
public struct PageHeader: Hashable, Sendable {
  /// The kind of page.
  public var type: PageType
  /// The page's size before compression, this header not counted.
  public var uncompressedByteCount: Int32
  /// The page's size in the file, this header not counted.
  public var compressedByteCount: Int32
  /// The CRC-32 of the page's bytes as they stand in the file.
  public var checksum: UInt32?
  /// Set for a data page of the first version.
  public var data: DataPageHeader?
  /// Set for a dictionary page.
  public var dictionary: DictionaryPageHeader?
  /// Set for a data page of the second version.
  public var dataV2: DataPageHeaderV2?

  /// Makes the struct from its fields.
  public init(
    type: PageType, uncompressedByteCount: Int32, compressedByteCount: Int32, checksum: UInt32? = nil,
    data: DataPageHeader? = nil, dictionary: DictionaryPageHeader? = nil, dataV2: DataPageHeaderV2? = nil
  ) {
    self.type = type
    self.uncompressedByteCount = uncompressedByteCount
    self.compressedByteCount = compressedByteCount
    self.checksum = checksum
    self.data = data
    self.dictionary = dictionary
    self.dataV2 = dataV2
  }
}

extension PageHeader: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var type: PageType?
    var uncompressedByteCount: Int32?
    var compressedByteCount: Int32?
    var checksum: UInt32?
    var data: DataPageHeader?
    var dictionary: DictionaryPageHeader?
    var dataV2: DataPageHeaderV2?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: type = try reader.int32(field).map(PageType.init(rawValue:))
      case 2: uncompressedByteCount = try reader.int32(field)
      case 3: compressedByteCount = try reader.int32(field)
      case 4: checksum = try reader.int32(field).map(UInt32.init(bitPattern:))
      case 5: data = try reader.structure(field)
      case 7: dictionary = try reader.structure(field)
      case 8: dataV2 = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    self.type = try reader.require(type, "PageHeader.type")
    self.uncompressedByteCount = try reader.require(
      uncompressedByteCount, "PageHeader.uncompressed_page_size")
    self.compressedByteCount = try reader.require(compressedByteCount, "PageHeader.compressed_page_size")
    self.checksum = checksum
    self.data = data
    self.dictionary = dictionary
    self.dataV2 = dataV2
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, type.rawValue)
    writer.field(2, uncompressedByteCount)
    writer.field(3, compressedByteCount)
    writer.field(4, checksum.map(Int32.init(bitPattern:)))
    writer.field(5, data)
    writer.field(7, dictionary)
    writer.field(8, dataV2)
    writer.endStruct()
  }
}
