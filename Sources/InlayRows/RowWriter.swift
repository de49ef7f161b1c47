import InlayBytes
public import InlayColumns

/// Writes values of a Swift type as the rows of a batch.
///
/// Columns come in the order in which the type writes its properties, with these types unless others are declared:
///
/// | Swift | column |
/// |---|---|
/// | `Bool`, `Float`, `Double`, `String`, the integers of a width | the type of that name; `Int` is `int64`, `UInt` is `uint64` |
/// | `Date` | `timestamp(micros, UTC)`; `date` where that is declared, which is the day in UTC |
/// | `Decimal` | the narrowest `decimal` that holds all values exactly |
/// | `UUID`, `Data`, `URL` | `uuid`, `binary`, `string` |
/// | `Duration` | `time(nanos)`: the time since midnight |
/// | a structure, class or enumeration with values | `struct` |
/// | an enumeration with raw values | the type of these |
/// | an array or set | `list` |
/// | a dictionary | `map`, its pairs in the order of their keys |
///
/// A property of which no value is known at all, as with one that is nil in all rows, has the type that its Swift type
/// tells, or else `null`.
public final class RowWriter<Row: Encodable> {
  private let fields: FieldsEncoder
  private var count = 0

  /// Makes a writer without rows.
  ///
  /// - Parameters:
  ///   - type: The type of the rows.
  ///   - schema: The columns, in order; nil for those that the rows have.
  ///   - options: How keys name columns.
  public init(_ type: Row.Type = Row.self, schema: Schema? = nil, options: RowOptions = RowOptions()) {
    fields = FieldsEncoder(schema?.fields, place: CodingPlace(), options: options)
  }

  /// Adds a row.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the row and the column of a value that the column does not take; the
  ///   writer takes no more then.
  public func append(_ row: Row) throws {
    fields.row = count
    do {
      try row.encode(to: fields)
      if let name = fields.missingColumn(rowCount: count + 1) {
        throw InlayError(
          .invalidInput, "the value is missing, and the column is declared without nulls",
          at: InlayError.Location(column: name))
      }
    } catch {
      throw CodingFailure.located(error, row: count)
    }
    count += 1
  }

  /// Hands over the rows, and ends the writer's use.
  public func finish() -> RecordBatch {
    let (schema, columns) = fields.finish(rowCount: count)
    return RecordBatch(schema: schema, columns: columns, rowCount: count)
  }
}

extension RecordBatch {
  /// Makes a batch of values of a Swift type, a row each; ``RowWriter`` says which types columns get.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - schema: The columns, in order; nil for those that the rows have.
  ///   - options: How keys name columns.
  /// - Throws: ``InlayError/Code/invalidInput`` with the row and the column of a value that the column does not take; for
  ///   no rows where no columns are declared.
  public init<Row: Encodable>(
    rows: some Sequence<Row>, schema: Schema? = nil, options: RowOptions = RowOptions()
  ) throws {
    let writer = RowWriter(Row.self, schema: schema, options: options)
    for row in rows { try writer.append(row) }
    self = writer.finish()
    if schema == nil && rowCount == 0 {
      throw InlayError(.invalidInput, "without rows nothing tells the columns: declare a schema")
    }
  }
}
