import InlayBytes
import InlayColumns

/// What a scan makes of a file's fields.
struct ReadPlan: Sendable {
  /// A column of the file that becomes one of the batches.
  struct Part: Sendable {
    /// Its position in the file.
    let position: Int
    let field: Field
  }

  let dialect: Dialect
  /// The number of columns of the file.
  let columnCount: Int
  /// The asked-for columns, in the order of the batches.
  let parts: [Part]
  /// The texts that stand for null, as bytes.
  let nullTexts: [Buffer]
  let onBadRow: CSVOptions.BadRowPolicy
  /// The most bytes of a field.
  let maxFieldBytes: Int
  /// The schema of the batches.
  let schema: Schema

  /// - Parameters:
  ///   - columns: The file's columns: for each its position in the table's schema.
  ///   - schema: The table's schema.
  ///   - request: Positions in the table's schema.
  init(_ options: CSVOptions, columns: [Int], schema: Schema, request: ScanRequest) {
    dialect = Dialect(options)
    columnCount = columns.count
    let places = Dictionary(zip(columns, 0...), uniquingKeysWith: { first, _ in first })
    parts = request.columns.map { wanted in Part(position: places[wanted] ?? 0, field: schema[wanted]) }
    nullTexts = options.nullTexts.map(Self.bytes)
    onBadRow = options.onBadRow
    maxFieldBytes = options.maxFieldBytes
    self.schema = schema.selecting(request.columns)
  }

  private static func bytes(of text: String) -> Buffer {
    var bytes = ValueBuilder<UInt8>()
    bytes.append(utf8: text)
    return bytes.freeze().buffer
  }
}
