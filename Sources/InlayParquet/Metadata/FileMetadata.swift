/// What a file's footer says: `FileMetaData` in the format.
public struct FileMetadata: Hashable, Sendable {
  /// The format version that the writer claims.
  public var version: Int32
  /// The schema tree in depth-first order, the root first.
  public var schema: [SchemaElement]
  /// The number of rows.
  public var rowCount: Int64
  /// The row groups, in order.
  public var rowGroups: [RowGroup]
  /// What the writer left under names.
  public var keyValues: [KeyValue]?
  /// The program that wrote the file, as `name version X (build Y)`.
  public var createdBy: String?
  /// For each leaf column the order in which its bounds are meant.
  public var columnOrders: [ColumnOrder]?
  /// How columns are encrypted; nil where none is, and in a footer that is encrypted itself.
  public var encryption: EncryptionAlgorithm?
  /// What the writer left about the key that the footer is signed with.
  public var signingKeyMetadata: [UInt8]?

  /// Makes the struct from its fields.
  public init(
    version: Int32, schema: [SchemaElement], rowCount: Int64, rowGroups: [RowGroup],
    keyValues: [KeyValue]? = nil, createdBy: String? = nil, columnOrders: [ColumnOrder]? = nil,
    encryption: EncryptionAlgorithm? = nil, signingKeyMetadata: [UInt8]? = nil
  ) {
    self.version = version
    self.schema = schema
    self.rowCount = rowCount
    self.rowGroups = rowGroups
    self.keyValues = keyValues
    self.createdBy = createdBy
    self.columnOrders = columnOrders
    self.encryption = encryption
    self.signingKeyMetadata = signingKeyMetadata
  }
}

extension FileMetadata: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var version: Int32?
    var schema: [SchemaElement]?
    var rowCount: Int64?
    var rowGroups: [RowGroup]?
    var keyValues: [KeyValue]?
    var createdBy: String?
    var columnOrders: [ColumnOrder]?
    var encryption: EncryptionAlgorithm?
    var signingKeyMetadata: [UInt8]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: version = try reader.int32(field)
      case 2: schema = try reader.structures(field)
      case 3: rowCount = try reader.int64(field)
      case 4: rowGroups = try reader.structures(field)
      case 5: keyValues = try reader.structures(field)
      case 6: createdBy = try reader.string(field)
      case 7: columnOrders = try reader.structures(field)
      case 8: encryption = try reader.structure(field)
      case 9: signingKeyMetadata = try reader.bytes(field)
      default: try reader.skip(field)
      }
    }
    self.version = try reader.require(version, "FileMetaData.version")
    self.schema = try reader.require(schema, "FileMetaData.schema")
    self.rowCount = try reader.require(rowCount, "FileMetaData.num_rows")
    self.rowGroups = try reader.require(rowGroups, "FileMetaData.row_groups")
    self.keyValues = keyValues
    self.createdBy = createdBy
    self.columnOrders = columnOrders
    self.encryption = encryption
    self.signingKeyMetadata = signingKeyMetadata
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, version)
    writer.field(2, schema)
    writer.field(3, rowCount)
    writer.field(4, rowGroups)
    writer.field(5, keyValues)
    writer.field(6, createdBy)
    writer.field(7, columnOrders)
    writer.field(8, encryption)
    writer.field(9, signingKeyMetadata)
    writer.endStruct()
  }
}
