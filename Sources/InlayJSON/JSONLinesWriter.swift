public import InlayBytes
public import InlayColumns

/// Writes batches as JSON, an object a line, in the forms that Spark writes.
///
/// A null is left out of its object, and stands as `null` in lists and maps. Lists are arrays, structures and maps are
/// objects. Numbers, decimals among them, are numbers; NaN and the infinities the strings `NaN`, `Infinity` and
/// `-Infinity`. Binary values are in base64. Dates and times have the forms of `ValueText`, timestamps as few groups
/// of three digits after the point as they need, and one at least.
///
/// With the compression `gzip` the text is compressed, a member a batch; with `automatic` it is not.
public final class JSONLinesWriter: BatchSink {
  private let output: any ByteSink
  private let compression: TextCompression

  /// A table is one stream of lines.
  public var laneCount: Int { 1 }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - output: Takes the bytes; the writer does not close it.
  ///   - options: Says how the file is compressed; what it says of reading has no effect.
  public init(output: any ByteSink, options: JSONOptions = JSONOptions()) throws {
    self.output = output
    compression = options.compression
    // A gzip file of no rows has a member too.
    let start = compression.encoded(ValueBuilder())
    try output.write(start.bytes)
  }

  /// Formats the rows of a batch.
  public func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    PreparedBatch(batch, content: compression.encoded(Self.text(of: batch)))
  }

  /// Hands formatted rows to the output.
  public func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let text = batch.content as? Buffer else { return try write(prepare(batch.batch), lane: lane) }
    try output.write(text.bytes)
  }

  /// Does nothing: rows are handed over as they come.
  public func finish(lane: Int) throws {}

  /// Does nothing: whoever made the output completes it.
  public func close() throws {}

  /// Does nothing: whoever made the output gives it up.
  public func abandon() {}

  private static func text(of batch: RecordBatch) -> ValueBuilder<UInt8> {
    let members = JSONMembers(names: batch.schema.names, columns: batch.columns)
    var text = ValueBuilder<UInt8>(capacity: batch.rowCount * batch.columns.count * 16)
    for row in 0..<batch.rowCount {
      members.append(row, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
