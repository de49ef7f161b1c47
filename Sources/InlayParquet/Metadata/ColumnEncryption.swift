/// Whose key a column chunk is encrypted with: `ColumnCryptoMetaData` in the format.
public enum ColumnEncryption: Hashable, Sendable {
  /// The footer's.
  case footerKey
  /// The column's own.
  case columnKey
}

extension ColumnEncryption: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    self = .columnKey
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      if field.id == 1 { self = .footerKey }
      try reader.skip(field)
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.emptyStruct(self == .footerKey ? 1 : 2)
    writer.endStruct()
  }
}
