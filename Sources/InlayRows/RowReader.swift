import InlayBytes
public import InlayColumns

/// Reads rows of batches as values of a Swift type.
///
/// A reader is made once for a type and a schema. It learns in the first row which column each key means, and looks
/// that up no more.
public final class RowReader<Row: Decodable> {
  private let fields: FieldsDecoder
  private let options: RowOptions
  private let schema: Schema
  private var isChecked = false
  // A row is the value of the one column there is.
  private let isOneValue: Bool

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - type: The type of the rows.
  ///   - schema: The columns of the batches to come.
  ///   - options: How keys name columns, and what may be missing.
  public convenience init(_ type: Row.Type = Row.self, schema: Schema, options: RowOptions = RowOptions()) {
    self.init(schema: schema, unread: [], options: options)
  }

  /// Makes a reader of some columns of a table; those in `unread` are there, and not in the batches.
  package init(schema: Schema, unread: Set<String>, options: RowOptions) {
    self.schema = schema
    self.options = options
    fields = FieldsDecoder(schema.fields, place: CodingPlace(), options: options)
    fields.unread = unread
    isOneValue = schema.count == 1 && CellDecoder.knows(Row.self)
  }

  /// Returns those of a table's columns that the type asks for; nil when it does not tell before it is read.
  package static func columns(among schema: Schema, options: RowOptions) -> [String]? {
    guard options.allowsUnknownColumns else { return nil }
    return KeyFinder.columns(of: Row.self, among: schema.names, options: options)
  }

  /// Reads the rows of a batch.
  ///
  /// - Parameters:
  ///   - batch: A batch of the reader's schema; another traps.
  ///   - range: The rows of the batch that are read; nil for all.
  ///   - firstRow: The number of the batch's first row in its table, which errors count from.
  /// - Throws: ``InlayError/Code/invalidInput`` with the row and the column of a value that the type does not take, and
  ///   whatever the type throws of its own.
  public func rows(of batch: RecordBatch, in range: Range<Int>? = nil, firstRow: Int = 0) throws -> [Row] {
    let range = range ?? 0..<batch.rowCount
    precondition(batch.schema == schema, "a reader takes batches of its schema")
    precondition(range.lowerBound >= 0 && range.upperBound <= batch.rowCount)
    fields.bind(batch.slice(range).columns)
    // The containers hold the reader's fields, and these hold them.
    defer { fields.releaseContainers() }
    var rows: [Row] = []
    rows.reserveCapacity(range.count)
    for row in 0..<range.count {
      fields.row = row
      do { rows.append(try isOneValue ? fields.cells[0].value(Row.self, at: row) : Row(from: fields)) } catch
      {
        throw CodingFailure.located(error, row: firstRow + range.lowerBound + row)
      }
      if !isChecked { try checkColumns() }
    }
    return rows
  }

  /// Refuses columns that the type did not ask for in its first row, where the options say so.
  private func checkColumns() throws {
    isChecked = true
    guard !options.allowsUnknownColumns else { return }
    let unknown = schema.names.filter { !fields.asked.contains($0) }
    guard let name = unknown.first else { return }
    throw InlayError(
      .invalidInput, "\(Row.self) has no property for \(listed(unknown)): select the columns it has",
      at: InlayError.Location(column: name))
  }
}

extension RecordBatch {
  /// Reads the batch's rows as values of a type, in order.
  ///
  /// - Parameters:
  ///   - type: The type of the rows.
  ///   - options: How keys name columns, and what may be missing.
  /// - Throws: ``InlayError/Code/invalidInput`` with the row and the column of a value that the type does not take.
  public func rows<Row: Decodable>(as type: Row.Type = Row.self, options: RowOptions = RowOptions()) throws
    -> [Row]
  {
    try RowReader(type, schema: schema, options: options).rows(of: self)
  }
}
