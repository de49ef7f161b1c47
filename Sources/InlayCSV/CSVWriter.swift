public import InlayBytes
public import InlayColumns

/// Writes batches as delimited text that a reader with the same options reads back as equal values.
///
/// Values have the forms of `ValueText`. A field is quoted only where it would be read otherwise without quotes: when
/// it holds a separator, a quote, a line end, or is one of the texts for null. A null is the first text for null,
/// without quotes; where there is none it is nothing, which a string column gives back as the empty string. Lines to
/// skip and comments are not written.
///
/// With the compression `gzip` the text is compressed, a member a batch; with `automatic` it is not.
///
/// Two quotes also stand for a null, or an empty string, that would make an empty line, which is no row.
///
/// What cannot be written is an error: a value that needs quotes when there are none and no escape helps, and a text
/// for null that would itself need quotes.
public final class CSVWriter: BatchSink {
  /// The bytes at the end of each record.
  public enum LineEnd: String, Hashable, Sendable, CaseIterable {
    /// A line feed.
    case lf
    /// A carriage return and a line feed.
    case crlf
  }

  private let output: any ByteSink
  private let encoders: [FieldEncoder]
  private let format: RecordFormat
  private let compression: TextCompression

  /// A table is one stream of lines.
  public var laneCount: Int { 1 }

  /// Begins a file; the header, if there is one, comes before the first batch.
  ///
  /// - Parameters:
  ///   - output: Takes the bytes; the writer does not close it.
  ///   - schema: The columns of all batches.
  ///   - options: The same as for reading.
  ///   - lineEnd: What ends each record.
  /// - Throws: ``InlayError/Code/invalidInput`` when the options contradict each other or cannot hold the names.
  public init(
    output: any ByteSink, schema: Schema, options: CSVOptions = CSVOptions(), lineEnd: LineEnd = .lf
  ) throws {
    try options.check()
    let rules = try FieldRules(options)
    self.output = output
    compression = options.compression
    format = RecordFormat(separator: options.separator, endsWithReturn: lineEnd == .crlf)
    encoders = schema.names.enumerated().map { index, name in
      FieldEncoder(rules, name: name, isFirst: index == 0, isOnly: schema.count == 1)
    }
    var header = ValueBuilder<UInt8>()
    if options.hasHeader {
      let names = schema.names.map { Column(type: .string, storage: .views(ViewValues([$0]))) }
      try Self.append(names, rowCount: 1, encoders, format, to: &header)
    }
    let bytes = compression.encoded(header)
    try output.write(bytes.bytes)
  }

  /// Formats the rows of a batch.
  public func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    var text = ValueBuilder<UInt8>(capacity: batch.rowCount * batch.columns.count * 8)
    try Self.append(batch.columns, rowCount: batch.rowCount, encoders, format, to: &text)
    return PreparedBatch(batch, content: compression.encoded(text))
  }

  /// Hands formatted rows to the output.
  public func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let text = batch.content as? Buffer else { return try write(prepare(batch.batch), lane: lane) }
    let bytes = text.bytes
    try output.write(bytes)
  }

  /// Does nothing: rows are handed over as they come.
  public func finish(lane: Int) throws {}

  /// Does nothing: whoever made the output completes it.
  public func close() throws {}

  /// Does nothing: whoever made the output gives it up.
  public func abandon() {}

  private static func append(
    _ columns: [Column], rowCount: Int, _ encoders: [FieldEncoder], _ format: RecordFormat,
    to text: inout ValueBuilder<UInt8>
  ) throws {
    let fields = zip(columns, encoders).map { FieldTexts($0.0, $0.1) }
    var block = RowBlock()
    for first in stride(from: 0, to: rowCount, by: RowBlock.rowCount) {
      let rows = first..<Swift.min(first + RowBlock.rowCount, rowCount)
      try block.append(rows, of: fields, format, to: &text)
    }
  }
}
