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
  /// That is at the begin of a page of the largest column, so that few pages are decompressed for two batches, unless
  /// its pages are so long that batches would become too large.
  func cut(after start: Int, rowsPerBatch: Int) throws -> Int {
    // The upper bound keeps the sums below from overflowing.
    let wanted = Swift.max(1, Swift.min(rowsPerBatch, 1 << 60))
    guard rowCount - start > wanted + wanted / 2 else { return rowCount }
    guard let largest = columns.max(by: { $0.byteCount < $1.byteCount }) else { return rowCount }
    let target = start + wanted
    guard let page = try largest.pages().pages(holding: target..<target + 1).first else { return target }
    if page.rows.lowerBound - start > wanted / 2 { return page.rows.lowerBound }
    return page.rows.upperBound - start <= wanted * 4 ? page.rows.upperBound : target
  }

  /// The bytes of the columns in the file, as the footer says.
  var byteCount: Int { columns.reduce(0) { $0 &+ $1.byteCount } }
}

extension ColumnChunkReader {
  /// The chunk's bytes in the file, as the footer says: good for a report.
  var byteCount: Int { Swift.max(0, Swift.min(Int(clamping: metadata.compressedByteCount), file.byteCount)) }
}
