/// Some rows of a file: one column chunk for each leaf column.
public struct RowGroup: Hashable, Sendable {
  /// The column chunks, in the order of the leaves.
  public var columns: [ColumnChunk]
  /// The bytes of all column chunks before compression.
  public var uncompressedByteCount: Int64
  /// The number of rows.
  public var rowCount: Int64
  /// The columns by which the rows are sorted, the first one first.
  public var sortingColumns: [SortingColumn]?
  /// The file offset of the first page.
  public var fileOffset: Int64?
  /// The bytes of all column chunks in the file.
  public var compressedByteCount: Int64?
  /// The position among the row groups.
  public var ordinal: Int16?

  /// Makes the struct from its fields.
  public init(
    columns: [ColumnChunk], uncompressedByteCount: Int64, rowCount: Int64,
    sortingColumns: [SortingColumn]? = nil, fileOffset: Int64? = nil, compressedByteCount: Int64? = nil,
    ordinal: Int16? = nil
  ) {
    self.columns = columns
    self.uncompressedByteCount = uncompressedByteCount
    self.rowCount = rowCount
    self.sortingColumns = sortingColumns
    self.fileOffset = fileOffset
    self.compressedByteCount = compressedByteCount
    self.ordinal = ordinal
  }
}

extension RowGroup: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var columns: [ColumnChunk]?
    var uncompressedByteCount: Int64?
    var rowCount: Int64?
    var sortingColumns: [SortingColumn]?
    var fileOffset: Int64?
    var compressedByteCount: Int64?
    var ordinal: Int16?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: columns = try reader.structures(field)
      case 2: uncompressedByteCount = try reader.int64(field)
      case 3: rowCount = try reader.int64(field)
      case 4: sortingColumns = try reader.structures(field)
      case 5: fileOffset = try reader.int64(field)
      case 6: compressedByteCount = try reader.int64(field)
      case 7: ordinal = try reader.int16(field)
      default: try reader.skip(field)
      }
    }
    self.columns = try reader.require(columns, "RowGroup.columns")
    self.uncompressedByteCount = try reader.require(uncompressedByteCount, "RowGroup.total_byte_size")
    self.rowCount = try reader.require(rowCount, "RowGroup.num_rows")
    self.sortingColumns = sortingColumns
    self.fileOffset = fileOffset
    self.compressedByteCount = compressedByteCount
    self.ordinal = ordinal
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, columns)
    writer.field(2, uncompressedByteCount)
    writer.field(3, rowCount)
    writer.field(4, sortingColumns)
    writer.field(5, fileOffset)
    writer.field(6, compressedByteCount)
    writer.field(7, ordinal)
    writer.endStruct()
  }
}
