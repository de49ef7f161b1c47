import InlayBytes
import InlayColumns

/// One column of a row group that is open for reading, with the chunks of all of its leaves.
final class ColumnReader: Sendable {
  /// The chunks, in the order of the schema.
  let chunks: [ColumnChunkReader]
  private let tree: ColumnTree
  private let location: InlayError.Location

  /// Opens the column at a position of the file's schema.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for one that cannot be read, ``InlayError/Code/corrupt`` when what the
  ///   footer says of it does not go together.
  init(_ file: ParquetFile, rowGroup: Int, column: Int) throws {
    if let problem = file.problem(ofColumn: column) { throw problem }
    tree = file.columns[column]
    location = .init(file: file.path, column: tree.field.name, rowGroup: rowGroup)
    chunks = try tree.leaves.map { try ColumnChunkReader(file, rowGroup: rowGroup, leaf: $0) }
  }

  /// Decodes the column's values in some rows of the row group.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  func read(_ rows: Range<Int>) throws -> Column {
    var assembly = ColumnAssembly(chunks: chunks, rows: rows)
    do {
      let column = try assembly.column(tree, in: .rows, keepsLevels: false).column
      guard column.count == rows.count else {
        throw InlayError(
          .corrupt, "the pages of the column begin \(column.count) of the \(rows.count) rows that they should"
        )
      }
      return column
    } catch let error as InlayError {
      throw error.located(in: location)
    }
  }

  /// Whether reading would begin with waiting for another worker.
  var isBusy: Bool { chunks.contains(where: \.isDictionaryBusy) }

  /// The type of the column's values.
  var type: DataType { tree.field.type }

  /// The column's bytes in the file, as the footer says.
  var byteCount: Int { chunks.reduce(0) { $0 &+ $1.byteCount } }
}
