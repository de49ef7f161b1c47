import InlayBytes

/// One file of delimited text, opened at its first data record.
struct CSVFile {
  /// What comes after the header.
  let text: any CSVText
  /// The names of the columns; nil when the file has no record to tell them.
  let names: [String]?
  /// The number of bytes of the file itself.
  let byteCount: Int

  /// Opens a file and reads up to its header, that included.
  init(path: String, _ options: CSVOptions) throws {
    let file = try MappedFile(path: path)
    byteCount = file.count
    do {
      text = try Self.text(of: file, options)
      names = try FileHead(text: text, options: options).read()
    } catch let error as InlayError {
      throw LineCounter(path: path, options).located(error)
    }
  }

  /// The whole text of a file.
  static func text(of file: MappedFile, _ options: CSVOptions) throws -> any CSVText {
    let isCompressed =
      switch options.compression {
      case .none: false
      case .gzip: true
      case .automatic: isGzip(file)
      }
    return isCompressed
      ? try InflatedText(file, maxByteCount: options.maxDecompressedBytes) : MappedText(file)
  }

  /// Whether a file begins as gzip does (RFC 1952, 2.3.1); the second byte begins no character in UTF-8.
  private static func isGzip(_ file: MappedFile) -> Bool {
    let buffer = file.buffer
    return file.count >= 2 && buffer.bytes.byte(at: 0) == 0x1F && buffer.bytes.byte(at: 1) == 0x8B
  }
}
