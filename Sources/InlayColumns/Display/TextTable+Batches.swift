extension TextTable {
  /// Shows the rows of batches under the names and types of their columns.
  ///
  /// - Parameter marksTexts: Whether texts that look like nulls or like nothing are shown in quotes: what tells them apart
  ///   without styles.
  package init(
    _ schema: Schema, _ batches: [RecordBatch], width: Int?, isStyled: Bool, marksTexts: Bool = false
  ) {
    let headings = schema.fields.map { field in
      Heading(
        lines: [field.name.printable, field.type.description.printable], isNumeric: field.type.isNumeric)
    }
    let rows = batches.flatMap { batch in
      let columns = batch.columns.map { Self.cells(of: $0, marksTexts: marksTexts) }
      return (0..<batch.rowCount).map { row in columns.map { $0[row] } }
    }
    self.init(headings: headings, rows: rows, width: width, isStyled: isStyled)
  }

  /// The values of a column as texts that stay in their line; nil for nulls.
  package static func cells(of column: Column, marksTexts: Bool = false) -> [Cell] {
    let marksTexts = marksTexts && column.type == .string
    let column = column.asText().decoded()
    guard case .views(let texts) = column.storage else { return [] }
    return (0..<column.count).map { row in
      if column.isNull(at: row) { return nil }
      let text = texts.text(at: row)
      return marksTexts && (text.isEmpty || text == Self.null) ? "\"\(text)\"" : text.printable
    }
  }
}

extension DataType {
  /// Whether values stand at the right side of their column, so that equal digits are below each other.
  package var isNumeric: Bool {
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
