/// How the modules of an encrypted file are encrypted: `EncryptionAlgorithm` in the format.
public enum EncryptionAlgorithm: Hashable, Sendable {
  /// AES-GCM for all modules.
  case gcm(FileIdentity)
  /// AES-CTR for pages, AES-GCM for all other modules.
  case gcmAndCTR(FileIdentity)
  /// One that the format did not have when this was written.
  case unknown

  /// What binds modules to their file: `AesGcmV1` and `AesGcmCtrV1` in the format, which have the same fields.
  public struct FileIdentity: Hashable, Sendable {
    /// The name that the writer's user gave the file.
    public var prefix: [UInt8]?
    /// Random bytes that the writer chose for the file.
    public var unique: [UInt8]?
    /// Whether there is a prefix that the file does not hold.
    public var isPrefixLeftOut: Bool?

    /// Makes the struct from its fields.
    public init(prefix: [UInt8]? = nil, unique: [UInt8]? = nil, isPrefixLeftOut: Bool? = nil) {
      self.prefix = prefix
      self.unique = unique
      self.isPrefixLeftOut = isPrefixLeftOut
    }
  }
}

extension EncryptionAlgorithm: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    self = .unknown
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: if let identity = try reader.structure(field, as: FileIdentity.self) { self = .gcm(identity) }
      case 2:
        if let identity = try reader.structure(field, as: FileIdentity.self) { self = .gcmAndCTR(identity) }
      default: try reader.skip(field)
      }
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    switch self {
    case .gcm(let identity): writer.field(1, identity)
    case .gcmAndCTR(let identity): writer.field(2, identity)
    case .unknown: break
    }
    writer.endStruct()
  }
}

extension EncryptionAlgorithm.FileIdentity: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    self.init()
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: prefix = try reader.bytes(field)
      case 2: unique = try reader.bytes(field)
      case 3: isPrefixLeftOut = try reader.boolean(field)
      default: try reader.skip(field)
      }
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, prefix)
    writer.field(2, unique)
    writer.field(3, isPrefixLeftOut)
    writer.endStruct()
  }
}
