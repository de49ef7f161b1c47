import InlayBytes

extension RecordBatch: CustomStringConvertible, CustomDebugStringConvertible {
  /// The first ten rows as ``formatted(limit:width:)`` writes them.
  public var description: String { formatted() }

  /// The same as the description: what a debugger shows.
  public var debugDescription: String { description }

  /// Returns the first rows as a table of text: the names and types of the columns, a line for each row, and how many
  /// there are.
  ///
  /// A null is written as `null`; an empty text, and one that says `null`, stand in quotes. Long values are cut, and
  /// columns in the middle left out where the width is not enough.
  ///
  /// - Parameters:
  ///   - limit: The most rows.
  ///   - width: The most cells of a line; nil for the terminal's width, or 100 where the standard output is none.
  public func formatted(limit: Int = 10, width: Int? = nil) -> String {
    let shown = slice(0..<Swift.min(Swift.max(limit, 0), rowCount))
    return Self.formatted(schema, [shown], width: width, rowCount: rowCount)
  }

  /// Returns rows as a table of text.
  ///
  /// - Parameters:
  ///   - schema: The columns.
  ///   - batches: The rows that are shown.
  ///   - width: The most cells of a line; nil for the terminal's, or 100 where there is none.
  ///   - rowCount: The number of all rows; nil when there are more than are shown and nobody counted them.
  package static func formatted(
    _ schema: Schema, _ batches: [RecordBatch], width: Int?, rowCount: Int?
  ) -> String {
    let table = TextTable(
      schema, batches, width: width ?? System.terminalWidth(1) ?? 100, isStyled: false, marksTexts: true)
    let shown = batches.reduce(0) { $0 + $1.rowCount }
    return (table.lines() + [summary(table, schema, shown: shown, rowCount: rowCount)]).joined(
      separator: "\n")
  }

  private static func summary(_ table: TextTable, _ schema: Schema, shown: Int, rowCount: Int?) -> String {
    var words = rowCount.map { "\($0) row\($0 == 1 ? "" : "s")" } ?? "the first \(shown) rows"
    if let rowCount, shown < rowCount { words += ", of which the first \(shown)" }
    words += " × \(schema.count) column\(schema.count == 1 ? "" : "s")"
    if table.shownColumnCount < schema.count { words += ", of which \(table.shownColumnCount)" }
    return "(\(words))"
  }
}

extension Column: CustomStringConvertible, CustomDebugStringConvertible {
  /// The type, the number of values, and the first ten of them: `int64, 3 values: 1, 2, null`.
  public var description: String {
    let shown = self[0..<Swift.min(10, count)].asText().decoded()
    guard case .views(let texts) = shown.storage else { return "\(type), \(count) values" }
    let values = (0..<shown.count).map { row in
      if shown.isNull(at: row) { return TextTable.null }
      let text = texts.text(at: row).printable.cut(to: 48)
      return type == .string ? "\"\(text)\"" : text
    }
    let start = "\(type), \(count) value\(count == 1 ? "" : "s")"
    return values.isEmpty
      ? start : start + ": " + values.joined(separator: ", ") + (shown.count < count ? ", …" : "")
  }

  /// The same as the description: what a debugger shows.
  public var debugDescription: String { description }
}
