import Inlay

/// Rows as a table of GitHub's dialect of Markdown.
struct MarkdownTable: Sendable {
  private let schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  /// The names of the columns, and the line that makes a table of what follows.
  var head: [String] {
    [
      Self.line(schema.names.map(\.printable)),
      Self.line(schema.fields.map { $0.type.isNumeric ? "---:" : "---" }),
    ]
  }

  /// A line for each row; a null is an empty cell.
  func lines(_ batch: RecordBatch) -> [String] {
    let columns = batch.columns.map { TextTable.cells(of: $0) }
    return (0..<batch.rowCount).map { row in Self.line(columns.map { $0[row] ?? "" }) }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: " | ")
      + " |"
  }
}
