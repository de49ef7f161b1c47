/// Some rows of a table: a schema and one column of equal length for each of its fields.
public struct RecordBatch: Sendable {
  /// The names and types of the columns.
  public let schema: Schema
  /// The columns, in the order of the schema.
  public let columns: [Column]
  /// The number of rows; a batch without columns has some too.
  public let rowCount: Int

  /// Makes a batch; columns that do not match the schema or the number of rows are a fault of the caller and trap.
  public init(schema: Schema, columns: [Column], rowCount: Int) {
    precondition(schema.count == columns.count, "a batch has one column a field")
    for (field, column) in zip(schema.fields, columns) {
      precondition(column.type == field.type, "a column has its field's type")
      precondition(column.count == rowCount, "the columns of a batch have equal lengths")
    }
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
  }

  /// Returns the rows of a range, sharing the memory; O(columns).
  public func slice(_ range: Range<Int>) -> RecordBatch {
    RecordBatch(schema: schema, columns: columns.map { $0[range] }, rowCount: range.count)
  }

  /// Returns the columns at `positions`, in that order.
  public func selecting(_ positions: [Int]) -> RecordBatch {
    RecordBatch(
      schema: schema.selecting(positions), columns: positions.map { columns[$0] }, rowCount: rowCount)
  }
}
