/// Whose key a column chunk is encrypted with: `ColumnCryptoMetaData` in the format.
public enum ColumnEncryption: Hashable, Sendable {
  /// The footer's.
  case footerKey
  /// The column's own, with the column's path and what the writer left about the key.
  case columnKey(path: [String], metadata: [UInt8]?)

  /// The column's path, where it has a key of its own.
  var path: [String]? {
    switch self {
    case .footerKey: nil
    case .columnKey(let path, _): path
    }
  }
}

extension ColumnEncryption: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    self = .columnKey(path: [], metadata: nil)
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1:
        self = .footerKey
        try reader.skip(field)
      case 2:
        if let key = try reader.structure(field, as: ColumnKey.self) {
          self = .columnKey(path: key.path, metadata: key.metadata)
        }
      default: try reader.skip(field)
      }
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    switch self {
    case .footerKey: writer.emptyStruct(1)
    case .columnKey(let path, let metadata): writer.field(2, ColumnKey(path: path, metadata: metadata))
    }
    writer.endStruct()
  }
}

/// `EncryptionWithColumnKey` in the format.
private struct ColumnKey: ThriftStruct {
  var path: [String]
  var metadata: [UInt8]?

  init(path: [String], metadata: [UInt8]?) {
    self.path = path
    self.metadata = metadata
  }

  init(reading reader: inout ThriftReader) throws {
    var path: [String]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: path = try reader.strings(field)
      case 2: metadata = try reader.bytes(field)
      default: try reader.skip(field)
      }
    }
    self.path = try reader.require(path, "EncryptionWithColumnKey.path_in_schema")
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, path)
    writer.field(2, metadata)
    writer.endStruct()
  }
}
