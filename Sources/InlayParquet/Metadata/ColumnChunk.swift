/// Where the values of one column in one row group are.
public struct ColumnChunk: Hashable, Sendable {
  /// Another file that holds the data; nil for this one.
  public var filePath: String?
  /// Deprecated; writers set 0.
  public var fileOffset: Int64
  /// How the values are stored; nil where that is encrypted.
  public var metadata: ColumnChunkMetadata?
  /// The file offset of the offset index.
  public var offsetIndexOffset: Int64?
  /// The bytes of the offset index.
  public var offsetIndexByteCount: Int32?
  /// The file offset of the column index.
  public var columnIndexOffset: Int64?
  /// The bytes of the column index.
  public var columnIndexByteCount: Int32?
  /// Set where the values are encrypted.
  public var encryption: ColumnEncryption?
  /// How the values are stored, encrypted.
  public var encryptedMetadata: [UInt8]?

  /// Makes the struct from its fields.
  public init(
    filePath: String? = nil, fileOffset: Int64 = 0, metadata: ColumnChunkMetadata? = nil,
    offsetIndexOffset: Int64? = nil, offsetIndexByteCount: Int32? = nil, columnIndexOffset: Int64? = nil,
    columnIndexByteCount: Int32? = nil, encryption: ColumnEncryption? = nil,
    encryptedMetadata: [UInt8]? = nil
  ) {
    self.filePath = filePath
    self.fileOffset = fileOffset
    self.metadata = metadata
    self.offsetIndexOffset = offsetIndexOffset
    self.offsetIndexByteCount = offsetIndexByteCount
    self.columnIndexOffset = columnIndexOffset
    self.columnIndexByteCount = columnIndexByteCount
    self.encryption = encryption
    self.encryptedMetadata = encryptedMetadata
  }
}

extension ColumnChunk: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var filePath: String?
    var fileOffset: Int64?
    var metadata: ColumnChunkMetadata?
    var offsetIndexOffset: Int64?
    var offsetIndexByteCount: Int32?
    var columnIndexOffset: Int64?
    var columnIndexByteCount: Int32?
    var encryption: ColumnEncryption?
    var encryptedMetadata: [UInt8]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: filePath = try reader.string(field)
      case 2: fileOffset = try reader.int64(field)
      case 3: metadata = try reader.structure(field)
      case 4: offsetIndexOffset = try reader.int64(field)
      case 5: offsetIndexByteCount = try reader.int32(field)
      case 6: columnIndexOffset = try reader.int64(field)
      case 7: columnIndexByteCount = try reader.int32(field)
      case 8: encryption = try reader.structure(field)
      case 9: encryptedMetadata = try reader.bytes(field)
      default: try reader.skip(field)
      }
    }
    self.filePath = filePath
    self.fileOffset = fileOffset ?? 0
    self.metadata = metadata
    self.offsetIndexOffset = offsetIndexOffset
    self.offsetIndexByteCount = offsetIndexByteCount
    self.columnIndexOffset = columnIndexOffset
    self.columnIndexByteCount = columnIndexByteCount
    self.encryption = encryption
    self.encryptedMetadata = encryptedMetadata
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, filePath)
    writer.field(2, fileOffset)
    writer.field(3, metadata)
    writer.field(4, offsetIndexOffset)
    writer.field(5, offsetIndexByteCount)
    writer.field(6, columnIndexOffset)
    writer.field(7, columnIndexByteCount)
    writer.field(8, encryption)
    writer.field(9, encryptedMetadata)
    writer.endStruct()
  }
}
