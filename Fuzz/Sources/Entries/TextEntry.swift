import Inlay

/// Delimited text that is read, written, and read again, with options that the first eight bytes choose: the second
/// reading gives the rows of the first.
enum TextEntry {
  static func test(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    var options = CSVEntry.options(&choices)
    options.onBadRow = .skip
    let read = try InputFile.with(choices.rest()) { path in
      let source = try CSVSource(path: path, options: options, workers: Workers(count: 1))
      return try CollectedRows(source)
    }
    guard read.schema.count > 0 else { return }
    // What has been passed over is not written.
    options.skippedLineCount = 0
    options.skipsFirstRecord = false
    options.maxRecordBytes = 64 << 20
    options.onBadRow = .fail
    options.types = .schema(read.schema)
    let sink = MemorySink()
    let writer = try CSVWriter(output: sink, schema: read.schema, options: options)
    for batch in read.batches { try writer.write(batch) }
    try writer.finishAndClose()
    try compare(read, sink.bytes, options)
  }

  private static func compare(_ read: CollectedRows, _ text: [UInt8], _ options: CSVOptions) throws {
    do {
      let again = try InputFile.with(text) { path in
        try CollectedRows(CSVSource(path: path, options: options, workers: Workers(count: 1)))
      }
      let (expected, actual) = (Rows(read.batches).values, Rows(again.batches).values)
      try require(
        expected == actual,
        "text is read again as other rows with \(options): \(expected.prefix(5)) and \(actual.prefix(5))")
    } catch let error as InlayError {
      throw Finding("what was written cannot be read with \(options): \(error)")
    }
  }
}

/// The batches of a source.
private struct CollectedRows {
  let schema: Schema
  private(set) var batches: [RecordBatch] = []

  init(_ source: any BatchSource) throws {
    schema = source.schema
    let scan = try source.scan(ScanRequest(allOf: source.schema))
    while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
  }
}
