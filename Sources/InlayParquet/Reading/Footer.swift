import InlayBytes

/// A file's footer: the metadata, their length in four bytes, and the magic number.
struct Footer {
  let metadata: FileMetadata
  /// The offset at which the metadata begin.
  let offset: Int

  private static let magic: UInt32 = 0x3152_4150  // PAR1
  private static let encryptedMagic: UInt32 = 0x4552_4150  // PARE

  init(of buffer: Buffer, limits: ParquetLimits) throws {
    let bytes = buffer.bytes
    guard bytes.byteCount >= 12 else { throw Self.noParquet }
    let end = bytes.byteCount - 8
    let magic = bytes.littleEndian32(at: end + 4)
    if magic == Self.encryptedMagic {
      throw InlayError(.unsupported, "the footer is encrypted, and encrypted files cannot be read yet")
    }
    guard magic == Self.magic, bytes.littleEndian32(at: 0) == Self.magic else { throw Self.noParquet }
    let length = Int(bytes.littleEndian32(at: end))
    guard length <= end - 4 else {
      throw InlayError(.corrupt, "the footer is longer than the file: \(length) bytes")
    }
    guard length <= limits.footerByteCount else {
      throw InlayError(
        .limitExceeded, "the footer is larger than ParquetLimits.footerByteCount allows: \(length) bytes")
    }
    offset = end - length
    var reader = ThriftReader(bytes.extracting(offset..<end), fileOffset: offset)
    metadata = try FileMetadata(reading: &reader)
  }

  private static var noParquet: InlayError {
    InlayError(.corrupt, "is not a Parquet file: it does not begin and end with PAR1")
  }
}
