import InlayBytes

/// Reads what stands before the data of a file: a byte-order mark, lines to skip, and the header.
struct FileHead {
  private let text: any TextInput
  private let options: CSVOptions
  private let dialect: Dialect
  private let scanner: RecordScanner

  init(text: any TextInput, options: CSVOptions) {
    self.text = text
    self.options = options
    dialect = Dialect(options)
    var options = options
    options.chunkByteCount = 1 << 12
    scanner = RecordScanner(options)
  }

  /// Returns the names of the columns and leaves the text at the first data record; nil when there is no record.
  func read() throws -> [String]? {
    try skipByteOrderMark()
    var linesToSkip = options.skippedLineCount
    while linesToSkip > 0, try skipLine() { linesToSkip -= 1 }
    while let record = try firstRecord() {
      if let names = try names(record) {
        if options.hasHeader { _ = text.take(record.count) }
        if options.skipsFirstRecord { try skipRecord() }
        return names
      }
      _ = text.take(record.count)
    }
    return nil
  }

  private func skipByteOrderMark() throws {
    try text.fill(to: 3)
    let window = text.window
    guard window.byteCount >= 3 else { return }
    let isMark = window.byte(at: 0) == 0xEF && window.byte(at: 1) == 0xBB && window.byte(at: 2) == 0xBF
    if isMark { _ = text.take(3) }
  }

  /// Passes over a line; returns whether there was one.
  private func skipLine() throws -> Bool {
    var isFirstPiece = true
    while true {
      try text.fill(to: 1 << 12)
      let end = Swift.min(text.available, 1 << 12)
      guard end > 0 else { return !isFirstPiece }
      isFirstPiece = false
      if let lineEnd = (0..<end).first(where: { text.window.byte(at: $0) == UInt8(ascii: "\n") }) {
        _ = text.take(lineEnd + 1)
        return true
      }
      _ = text.take(end)
    }
  }

  /// Passes over the first record of data, and the empty lines and comments before it.
  private func skipRecord() throws {
    while let record = try firstRecord() {
      _ = text.take(record.count)
      var scratch = ParseScratch()
      if repaired(record, &scratch).isRow { return }
    }
  }

  /// Copies the record that the text is at; nil at its end.
  private func firstRecord() throws -> TextPiece? {
    let some = try copy(scanner.wholeRecords(text))
    guard some.count > 0 else { return nil }
    var positions = ValueBuilder<UInt32>()
    _ = StructuralIndex(of: some, dialect: dialect, into: &positions)
    let buffer = some.buffer
    for place in 1..<positions.count {
      let end = Int(positions[place])
      if end == some.count || buffer.bytes.byte(at: end) == UInt8(ascii: "\n") {
        return copy(Swift.min(end + 1, some.count))
      }
    }
    return some
  }

  private func copy(_ count: Int) -> TextPiece {
    let buffer = Buffer(copying: text.window.extracting(first: count))
    return TextPiece(buffer: buffer, count: count, readableCount: count, offset: text.offset)
  }

  /// Returns the names that a record gives to the columns; nil when it is an empty line or a comment.
  private func names(_ record: TextPiece) throws -> [String]? {
    var scratch = ParseScratch()
    let (isRow, faults) = repaired(record, &scratch)
    guard isRow else { return nil }
    let count = scratch.positions.count - 1
    guard options.hasHeader else { return (0..<count).map { "_c\($0)" } }
    if let fault = faults.first {
      throw InlayError(
        .corrupt, fault.kind.headerMessage, at: .init(byteOffset: record.offset + fault.offset))
    }
    let table = FieldTable(
      record, positions: scratch.kept.span, stride: count + 1, rowCount: 1, columnCount: count,
      dialect: dialect)
    let names = (0..<count).map { column in
      let name = table.text(of: table.value(row: 0, column: column))
      return name.isEmpty ? "_c\(column)" : name
    }
    try requireDistinct(names, at: record.offset)
    return names
  }

  /// Finds the fields of a record; what is an empty line or a comment is no row.
  private func repaired(
    _ record: TextPiece, _ scratch: inout ParseScratch
  ) -> (isRow: Bool, faults: [RowFault]) {
    let index = StructuralIndex(of: record, dialect: dialect, into: &scratch.positions)
    var repair = RowRepair(
      record, index, dialect: dialect, columnCount: scratch.positions.count - 1, checksUTF8: true,
      maxFieldBytes: options.maxFieldBytes)
    scratch.keepGoodRows(&repair)
    return (scratch.kept.count > 0 || !repair.faults.isEmpty, repair.faults)
  }

  private func requireDistinct(_ names: [String], at offset: Int) throws {
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() {
      guard let first = positions.updateValue(position, forKey: name) else { continue }
      throw InlayError(
        .corrupt,
        "columns \(first + 1) and \(position + 1) of the header have the same name; rename one of them: \(name)",
        at: .init(byteOffset: offset))
    }
  }
}
