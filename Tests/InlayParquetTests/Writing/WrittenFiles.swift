import InlayBytes
import InlayColumns
import InlayParquet

/// Writes tables into memory, and reads them back.
enum WrittenFiles {
  /// Returns the bytes of a file with the rows of some batches, written by one thread.
  static func write(
    _ batches: [RecordBatch], schema: Schema, _ options: ParquetWriterOptions = ParquetWriterOptions()
  ) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: schema, to: sink, options: options)
    for batch in batches { try writer.write(batch) }
    try writer.finishAndClose()
    return sink.bytes
  }

  /// Returns the values of each column as texts, nil for null.
  static func read(_ bytes: [UInt8]) throws -> [[String?]] {
    try TestFiles.withFile(bytes) { path in
      let source = try ParquetSource(path: path)
      var columns = [[String?]](repeating: [], count: source.schema.count)
      for batch in try TestFiles.read(source) {
        for (position, column) in batch.columns.enumerated() { columns[position] += CellTexts.of(column) }
      }
      return columns
    }
  }

  /// Reads what the footer says.
  static func metadata(_ bytes: [UInt8]) throws -> FileMetadata {
    try TestFiles.withFile(bytes) { try ParquetFile(path: $0).metadata }
  }
}
