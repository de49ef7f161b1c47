import InlayBytes

/// Opens the modules of one encrypted column chunk.
struct ChunkDecryptor: Sendable {
  private let file: FileDecryptor
  private let key: EncryptionKey
  private let ordinals: ChunkOrdinals

  /// - Throws: ``InlayError/Code/invalidInput`` when the caller does not have the key.
  init(_ file: FileDecryptor, _ encryption: ColumnEncryption, _ ordinals: ChunkOrdinals) throws {
    self.file = file
    self.ordinals = ordinals
    key = try file.key(for: encryption)
  }

  /// Decrypts the module that begins at an offset.
  ///
  /// - Returns: What was encrypted, and the offset behind the module.
  /// - Throws: ``InlayError/Code/corrupt``.
  func open(_ module: EncryptedModule, in bytes: RawSpan, at offset: Int) throws -> (plain: Buffer, end: Int)
  {
    let content = try module.content(in: bytes, at: offset)
    let plain = try file.open(module, bytes.extracting(content), key, of: ordinals)
    return (plain, content.upperBound)
  }

  /// Decrypts a module that all of the bytes belong to.
  func open(_ module: EncryptedModule, _ bytes: RawSpan) throws -> Buffer {
    let (plain, end) = try open(module, in: bytes, at: 0)
    guard end == bytes.byteCount else { throw module.isCutOff }
    return plain
  }

  /// Decrypts a data page.
  ///
  /// The specification has every page as one module. In a page of the second version, parquet-java encrypts the values
  /// alone and leaves the levels in front of them; only where a module's length stands tells which it is.
  func open(_ page: DataPage, _ stored: Buffer) throws -> Buffer {
    let bytes = stored.bytes
    let module = EncryptedModule.dataPage(page.ordinal)
    guard case .apart(let repetition, let definition, _, _) = page.levels, !Self.isModule(bytes, from: 0),
      Self.isModule(bytes, from: repetition + definition)
    else { return try open(module, bytes) }
    let levelByteCount = repetition + definition
    let values = try open(module, bytes.extracting(droppingFirst: levelByteCount))
    var joined = ValueBuilder<UInt8>(capacity: levelByteCount + values.count)
    joined.append(bytes: bytes.extracting(first: levelByteCount))
    joined.append(bytes: values.bytes)
    return joined.freeze().buffer
  }

  /// Whether the bytes from an offset on say themselves that they are one module.
  private static func isModule(_ bytes: RawSpan, from offset: Int) -> Bool {
    let left = bytes.byteCount - offset
    return left >= 4 && Int(bytes.littleEndian32(at: offset)) == left - 4
  }
}
