/// Where a data page stands.
public struct PageLocation: Hashable, Sendable {
  /// The file offset of the page's header.
  public var offset: Int64
  /// The page's size in the file, its header counted.
  public var compressedByteCount: Int32
  /// The row of the row group with which the page begins.
  public var firstRow: Int64

  /// Makes the struct from its fields.
  public init(
    offset: Int64, compressedByteCount: Int32, firstRow: Int64
  ) {
    self.offset = offset
    self.compressedByteCount = compressedByteCount
    self.firstRow = firstRow
  }
}

extension PageLocation: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var offset: Int64?
    var compressedByteCount: Int32?
    var firstRow: Int64?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: offset = try reader.int64(field)
      case 2: compressedByteCount = try reader.int32(field)
      case 3: firstRow = try reader.int64(field)
      default: try reader.skip(field)
      }
    }
    self.offset = try reader.require(offset, "PageLocation.offset")
    self.compressedByteCount = try reader.require(compressedByteCount, "PageLocation.compressed_page_size")
    self.firstRow = try reader.require(firstRow, "PageLocation.first_row_index")
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, offset)
    writer.field(2, compressedByteCount)
    writer.field(3, firstRow)
    writer.endStruct()
  }
}
