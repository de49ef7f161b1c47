import Inlay

/// A column whose values are decoded: what they are, and how they are stored.
struct DecodingSample: Sendable {
  let type: String
  let encoding: Encoding
  let isNullable: Bool
  private let column: Column

  static let valueCount = 1_000_000

  init(_ type: String, _ column: Column, _ encoding: Encoding, isNullable: Bool = false) {
    self.type = type
    self.column = column
    self.encoding = encoding
    self.isNullable = isNullable
  }

  var name: String { "\(type) \(encoding)\(isNullable ? " with nulls" : "")" }

  private var field: Field { Field("values", column.type, isNullable: isNullable) }

  /// Writes the column into a file in memory, uncompressed: a codec's speed is its own.
  func write() throws -> ParquetFile {
    var options = ParquetWriterOptions()
    options.compression = .uncompressed
    options.encoding = .fixed(encoding)
    options.dictionaryByteLimit = 1 << 30
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: Schema([field]), to: sink, options: options)
    try writer.write(RecordBatch(schema: Schema([field]), columns: [column], rowCount: column.count))
    try writer.finishAndClose()
    let bytes = Values(sink.bytes)
    return try ParquetFile(bytes: bytes.buffer, name: name)
  }

  /// Decodes all values; returns how many.
  func read(_ file: ParquetFile) throws -> Int {
    let scan = try ParquetSource(file).scan(ScanRequest(columns: [0]))
    var count = 0
    while let morsel = try scan.nextMorsel() { count += try scan.read(morsel).rowCount }
    precondition(count == Self.valueCount, "a benchmark reads what it wrote")
    return count
  }
}
