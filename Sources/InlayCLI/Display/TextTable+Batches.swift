import Inlay

extension TextTable {
  /// Shows the rows of batches under the names and types of their columns.
  init(_ schema: Schema, _ batches: [RecordBatch], width: Int?, isStyled: Bool) {
    let headings = schema.fields.map { field in
      Heading(lines: [field.name.printable, field.type.description], isNumeric: field.type.isNumeric)
    }
    let rows = batches.flatMap { batch in
      let columns = batch.columns.map(Self.cells)
      return (0..<batch.rowCount).map { row in columns.map { $0[row] } }
    }
    self.init(headings: headings, rows: rows, width: width, isStyled: isStyled)
  }

  /// The values of a column as texts that stay in their line; nil for nulls.
  static func cells(of column: Column) -> [Cell] {
    let column = column.asText().decoded()
    guard case .views(let texts) = column.storage else { return [] }
    return (0..<column.count).map { column.isNull(at: $0) ? nil : texts.text(at: $0).printable }
  }
}

extension DataType {
  /// Whether values stand at the right side of their column, so that equal digits are below each other.
  var isNumeric: Bool {
    switch self {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float16, .float, .double,
      .decimal:
      true
    case .boolean, .string, .binary, .fixedBinary, .uuid, .date, .timestamp, .time, .interval, .null, .list,
      .structure, .map:
      false
    }
  }
}
