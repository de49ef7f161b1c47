import InlayBytes

/// A file's footer: the metadata, their length in four bytes, and the magic number.
struct Footer {
  let metadata: FileMetadata
  /// The offset at which the metadata begin.
  let offset: Int
  /// Opens encrypted modules; nil where there are none, or no keys.
  let decryptor: FileDecryptor?
  /// The texts of the metadata that are not UTF-8.
  let invalidTexts: [InvalidText]

  private static let magic: UInt32 = 0x3152_4150  // PAR1
  private static let encryptedMagic: UInt32 = 0x4552_4150  // PARE

  init(of buffer: Buffer, options: ParquetReadOptions) throws {
    let bytes = buffer.bytes
    guard bytes.byteCount >= 12 else { throw Self.noParquet }
    let end = bytes.byteCount - 8
    let magic = bytes.littleEndian32(at: end + 4)
    guard magic == Self.magic || magic == Self.encryptedMagic, bytes.littleEndian32(at: 0) == magic else {
      throw Self.noParquet
    }
    let length = Int(bytes.littleEndian32(at: end))
    guard length <= end - 4 else {
      throw InlayError(.corrupt, "the footer is longer than the file: \(length) bytes")
    }
    guard length <= options.limits.footerByteCount else {
      throw InlayError(
        .limitExceeded, "the footer is larger than ParquetLimits.footerByteCount allows: \(length) bytes")
    }
    offset = end - length
    let footer = bytes.extracting(offset..<end)
    (metadata, decryptor, invalidTexts) =
      magic == Self.encryptedMagic
      ? try Self.decrypt(footer, at: offset, options.decryption)
      : try Self.parse(footer, at: offset, options.decryption)
  }

  private typealias Contents = (FileMetadata, FileDecryptor?, [InvalidText])

  private static var noParquet: InlayError {
    InlayError(.corrupt, "is not a Parquet file: it does not begin and end with PAR1")
  }

  /// Reads a footer that is not encrypted; columns may be.
  private static func parse(
    _ bytes: RawSpan, at offset: Int, _ keys: DecryptionKeys?
  ) throws -> Contents {
    var reader = ThriftReader(bytes, fileOffset: offset)
    let metadata = try FileMetadata(reading: &reader)
    let texts = reader.invalidTexts
    guard let keys else { return (metadata, nil, texts) }
    guard let algorithm = metadata.encryption else {
      guard keys.allowsPlainFiles else { throw FileDecryptor.isNotEncrypted }
      return (metadata, nil, texts)
    }
    let decryptor = try FileDecryptor(algorithm, footerKeyMetadata: metadata.signingKeyMetadata, keys: keys)
    try decryptor.verifySignature(behind: reader.offset, in: bytes)
    return (metadata.decryptingColumns(with: decryptor), decryptor, texts)
  }

  /// Reads how the file is encrypted, and the encrypted footer behind that.
  private static func decrypt(
    _ bytes: RawSpan, at offset: Int, _ keys: DecryptionKeys?
  ) throws -> Contents {
    guard let keys else { throw ModuleCipher.isNotDecrypted("the footer") }
    var reader = ThriftReader(bytes, fileOffset: offset)
    let encryption = try FileEncryption(reading: &reader)
    let decryptor = try FileDecryptor(
      encryption.algorithm, footerKeyMetadata: encryption.footerKeyMetadata, keys: keys)
    let footer = try decryptor.footer(in: bytes, at: reader.offset)
    var footerReader = ThriftReader(footer.bytes)
    let metadata = try FileMetadata(reading: &footerReader)
    let texts = footerReader.invalidTexts.map { InvalidText(offset: nil, repaired: $0.repaired) }
    return (metadata.decryptingColumns(with: decryptor), decryptor, texts)
  }
}
