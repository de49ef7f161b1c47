import Inlay

/// A column whose values are encoded and decoded: what they are, and how they are stored.
struct EncodingSample: Sendable {
  let type: String
  let encoding: Encoding
  let isNullable: Bool
  private let column: Column

  static let valueCount = 100_000

  init(_ type: String, _ column: Column, _ encoding: Encoding, isNullable: Bool = false) {
    self.type = type
    self.column = column
    self.encoding = encoding
    self.isNullable = isNullable
  }

  var name: String { "\(type) \(encoding)\(isNullable ? " with nulls" : "")" }

  private var field: Field { Field("values", column.type, isNullable: isNullable) }

  /// Writes the column into a file in memory, uncompressed: a codec's speed is its own.
  func write() throws -> MemorySink {
    var options = ParquetWriterOptions()
    options.compression = .uncompressed
    options.encoding = .fixed(encoding)
    options.dictionaryByteLimit = 1 << 30
    let batch = RecordBatch(schema: Schema([field]), columns: [column], rowCount: column.count)
    return try batch.parquet(options)
  }

  /// Decodes all values; returns how many.
  func read(_ file: ParquetFile) throws -> Int { try file.readAll() }
}
