import Inlay

/// Prints rows in one of the forms.
struct RowPrinter {
  /// Takes the rows.
  let sink: any BatchSink
  private let format: OutputFormat
  private let schema: Schema
  private let stream: Terminal.Stream
  private let output: FileOutput
  private let array: JSONArrayOutput?

  /// - Parameters:
  ///   - csv: How CSV is written.
  ///   - parquet: How Parquet is written.
  init(
    _ format: OutputFormat, _ schema: Schema, _ stream: Terminal.Stream, csv: CSVOptions = CSVOptions(),
    parquet: ParquetWriterOptions = ParquetWriterOptions()
  ) throws {
    self.format = format
    self.schema = schema
    self.stream = stream
    output = stream.open()
    array = format == .json ? JSONArrayOutput(output) : nil
    switch format {
    case .table:
      sink = TextSink(output) {
        TextTable(schema, [$0], width: stream.width, isStyled: stream.isStyled).lines()
      }
    case .csv:
      let lines: any ByteSink = stream.isTerminal ? PrintableSink(output) : output
      sink = try CSVWriter(output: lines, schema: schema, options: csv)
    case .json: sink = try JSONLinesWriter(output: array ?? JSONArrayOutput(output))
    case .ndjson: sink = try JSONLinesWriter(output: output)
    case .markdown:
      let table = MarkdownTable(schema)
      try output.write(utf8: table.head.map { $0 + "\n" }.joined())
      sink = TextSink(output, table.lines)
    case .parquet:
      guard !stream.isTerminal else {
        throw InlayError(
          .invalidInput,
          "Parquet is not for a terminal; send the output to a file with > or to another command")
      }
      sink = try ParquetWriter(schema: schema, to: output, options: parquet)
    }
  }

  /// Prints rows that are in memory, as one table where they are one.
  func print(_ batches: [RecordBatch]) throws {
    let columns = schema.fields.enumerated().map { position, field in
      Column.concatenating(batches.map { $0.columns[position] }, type: field.type)
    }
    let rowCount = batches.reduce(0) { $0 + $1.rowCount }
    try sink.write(RecordBatch(schema: schema, columns: columns, rowCount: rowCount))
    try sink.finishAndClose()
    try finish()
  }

  /// How many of the columns are shown: a table that is wider than the terminal is cut.
  func shownColumnCount(_ batches: [RecordBatch]) -> Int {
    guard format == .table, let width = stream.width else { return schema.count }
    return TextTable(schema, batches, width: width, isStyled: false).shownColumnCount
  }

  /// Writes what is left to write, after the sink was closed.
  func finish() throws {
    try array?.finish()
    try output.flush()
  }
}
