/// How a file whose footer is encrypted is: `FileCryptoMetaData` in the format.
struct FileEncryption: Hashable, Sendable {
  /// How modules are encrypted.
  var algorithm: EncryptionAlgorithm
  /// What the writer left about the footer's key.
  var footerKeyMetadata: [UInt8]?
}

extension FileEncryption: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var algorithm: EncryptionAlgorithm?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: algorithm = try reader.structure(field)
      case 2: footerKeyMetadata = try reader.bytes(field)
      default: try reader.skip(field)
      }
    }
    self.algorithm = try reader.require(algorithm, "FileCryptoMetaData.encryption_algorithm")
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, algorithm)
    writer.field(2, footerKeyMetadata)
    writer.endStruct()
  }
}
