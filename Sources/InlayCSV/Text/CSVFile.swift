import InlayBytes
import InlayColumns

/// One file of delimited text, opened at its first data record.
struct CSVFile: PieceReader {
  /// What comes after the header.
  let text: any TextInput
  private let scanner: RecordScanner
  /// The names of the columns; nil when the file has no record to tell them.
  let names: [String]?
  /// The number of bytes of the file itself.
  let byteCount: Int
  /// Tells whether the file is still what it was.
  let witness: FileWitness

  /// Reads a file up to its header, that included.
  init(_ file: MappedFile, _ options: CSVOptions) throws {
    byteCount = file.count
    scanner = RecordScanner(options)
    witness = file.witness
    do {
      text = try Self.text(of: file, options)
      names = try FileHead(text: text, options: options).read()
    } catch let error as InlayError {
      throw Self.lineCounter(file.path, options).located(error)
    }
  }

  var consumedByteCount: Int { text.consumedByteCount }

  /// Takes the next whole records; nil at the end.
  func nextPiece() throws -> TextPiece? { try scanner.nextChunk(text) }

  /// The whole text of a file.
  static func text(of file: MappedFile, _ options: CSVOptions) throws -> any TextInput {
    try options.compression.text(of: file, limits: options.decompressionLimits)
  }

  /// What tells the lines of a file.
  static func lineCounter(_ path: String, _ options: CSVOptions) -> LineCounter {
    LineCounter(path: path) { try text(of: MappedFile(path: path), options) }
  }
}
