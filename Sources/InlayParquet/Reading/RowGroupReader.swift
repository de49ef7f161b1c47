import InlayBytes
import InlayColumns

/// One row group that is open for reading some of its columns; the batches that are cut from it share it.
final class RowGroupReader: Sendable {
  let rowCount: Int
  private let columns: [ColumnChunkReader]

  /// Opens the columns at some positions of the file's schema.
  init(_ file: ParquetFile, rowGroup: Int, columns: [Int]) throws {
    rowCount = Int(file.metadata.rowGroups[rowGroup].rowCount)
    self.columns = try columns.map { try ColumnChunkReader(file, rowGroup: rowGroup, column: $0) }
  }

  /// Decodes some rows.
  func read(_ rows: Range<Int>, schema: Schema) throws -> RecordBatch {
    RecordBatch(schema: schema, columns: try columns.map { try $0.read(rows) }, rowCount: rows.count)
  }

  /// Returns where the next batch, which begins with row `start`, ends.
  ///
  /// That is at a page's begin of the largest column, when one is near, so that few pages are decompressed twice.
  func cut(after start: Int, rowsPerBatch: Int) throws -> Int {
    let wanted = Swift.max(1, rowsPerBatch)
    let left = rowCount - start
    guard left > wanted + wanted / 2 else { return rowCount }
    guard let largest = columns.max(by: { $0.byteCount < $1.byteCount }) else { return rowCount }
    let page = try largest.pages().pages(holding: start + wanted..<start + wanted + 1).first
    guard let page else { return start + wanted }
    let before = page.rows.lowerBound
    let after = page.rows.upperBound
    if before - start > wanted / 2 { return before }
    return after - start < wanted + wanted / 2 ? Swift.min(after, rowCount) : start + wanted
  }

  /// The bytes of the columns in the file, as the footer says.
  var byteCount: Int { columns.reduce(0) { $0 &+ $1.byteCount } }
}

extension ColumnChunkReader {
  /// The chunk's bytes in the file, as the footer says: good for a report.
  var byteCount: Int { Swift.max(0, Swift.min(Int(clamping: metadata.compressedByteCount), file.byteCount)) }
}
