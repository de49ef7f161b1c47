import InlayBytes
import InlayColumns

/// One file of JSON, read from its start to its end in pieces of whole records.
struct JSONFile: PieceReader {
  private let text: any TextInput
  private var cutter: Cutter
  /// The number of bytes of the file itself.
  let byteCount: Int
  /// Tells whether the file is still what it was.
  let witness: FileWitness

  private enum Cutter {
    case lines(LineCutter)
    case records(RecordCutter)
  }

  /// Finds out how the records of a file lie.
  init(_ file: MappedFile, _ options: JSONOptions) throws {
    byteCount = file.count
    witness = file.witness
    text = try options.compression.text(of: file, limits: options.decompressionLimits)
    try Self.skipByteOrderMark(text)
    let isLines =
      switch options.layout {
      case .lines: true
      case .values: false
      case .automatic: try Self.beginsWithLine(text)
      }
    cutter = isLines ? .lines(LineCutter(options)) : .records(RecordCutter(options))
  }

  /// The number of bytes of the file that were taken.
  var consumedByteCount: Int { text.consumedByteCount }

  /// Takes the next piece; nil at the end.
  mutating func nextPiece() throws -> RecordPiece? {
    switch cutter {
    case .lines(let cutter): return try cutter.nextPiece(text)
    case .records(var records):
      defer { cutter = .records(records) }
      return try records.nextPiece(text)
    }
  }

  private static func skipByteOrderMark(_ text: any TextInput) throws {
    try text.fill(to: 3)
    let window = text.window
    guard window.byteCount >= 3 else { return }
    let isMark = window.byte(at: 0) == 0xEF && window.byte(at: 1) == 0xBB && window.byte(at: 2) == 0xBF
    if isMark { _ = text.take(3) }
  }

  /// The bytes at the start that tell how records lie.
  private static let headByteCount = 1 << 20

  /// Whether the first line that is not blank holds whole values, and other lines follow.
  ///
  /// A file of one line is one of values: its array may be large. So is one whose first line has no end within the
  /// first megabyte.
  private static func beginsWithLine(_ text: any TextInput) throws -> Bool {
    try text.fill(to: headByteCount)
    let head = text.window.extracting(first: Swift.min(text.available, headByteCount))
    var start = 0
    while start < head.byteCount, isBlank(head.byte(at: start)) { start += 1 }
    guard let end = (start..<head.byteCount).first(where: { head.byte(at: $0) == UInt8(ascii: "\n") }) else {
      return false
    }
    let line = head.extracting(start..<end)
    var position = 0
    while position < line.byteCount {
      if isBlank(line.byte(at: position)) {
        position += 1
        continue
      }
      var skipper = ValueSkipper()
      let before = position
      if skipper.end(in: line, from: &position) == nil { return skipper.canEnd }
      // What cannot be a value is complained about by its line.
      if position == before { return true }
    }
    return (end..<head.byteCount).contains { !isBlank(head.byte(at: $0)) } || head.byteCount < text.available
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
