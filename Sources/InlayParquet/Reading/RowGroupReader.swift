import InlayBytes
import InlayColumns

/// One row group that is open for reading some of its columns; the batches that are cut from it share it.
final class RowGroupReader: Sendable {
  let rowCount: Int
  /// The rows that may meet the filter.
  let candidates: RowRanges
  /// The wanted columns.
  private let columns: [ColumnReader]
  /// What the rows must meet, over the file's columns; nil when all do.
  private let filter: BoundFilter?
  /// The columns that the filter looks at, by their positions in the file's schema.
  private let filtered: [Int: ColumnReader]

  /// Opens columns of a row group.
  ///
  /// - Parameters:
  ///   - columns: Positions in the file's schema.
  ///   - filter: What the rows must meet; nil for all rows.
  ///   - candidates: The rows that may meet it; nil for all rows.
  init(
    _ file: ParquetFile, rowGroup: Int, columns: [Int], filter: BoundFilter? = nil,
    candidates: RowRanges? = nil
  ) throws {
    rowCount = Int(file.metadata.rowGroups[rowGroup].rowCount)
    self.candidates = candidates ?? RowRanges(0..<rowCount)
    self.filter = filter
    let wanted = try columns.map { try ColumnReader(file, rowGroup: rowGroup, column: $0) }
    let known = Dictionary(zip(columns, wanted), uniquingKeysWith: { first, _ in first })
    var filtered: [Int: ColumnReader] = [:]
    for column in filter?.columns ?? [] {
      filtered[column] = try known[column] ?? ColumnReader(file, rowGroup: rowGroup, column: column)
    }
    self.columns = wanted
    self.filtered = filtered
  }

  /// Decodes those of some rows that meet the filter: first the columns that it looks at, then the others where rows
  /// remain.
  func read(_ rows: RowRanges, schema: Schema) throws -> RecordBatch {
    guard let filter else {
      return RecordBatch(schema: schema, columns: try read { try $0.read(rows) }, rowCount: rows.count)
    }
    let tested = try filtered.mapValues { try $0.read(rows) }
    let kept = filter.kept(rowCount: rows.count) { column in
      guard let values = tested[column] else { preconditionFailure("the filter's columns are read") }
      return values
    }
    let remaining = rows.keeping(kept)
    let places = kept.positionsOfOnes()
    let result = try read { column in
      guard let known = filtered.first(where: { $0.value === column })?.key, let values = tested[known] else {
        return try column.read(remaining)
      }
      return places.count == values.count ? values : values.gathered(places)
    }
    return RecordBatch(schema: schema, columns: result, rowCount: remaining.count)
  }

  /// Returns what `body` makes of each of the wanted columns.
  ///
  /// Workers that begin at the same time want the same dictionaries, which one decodes for all: columns whose turn that
  /// is are left to the end. An error is the first column's, whichever was read first.
  private func read(_ body: (ColumnReader) throws -> Column) throws -> [Column] {
    var results: [Result<Column, any Error>?] = Array(repeating: nil, count: columns.count)
    for index in columns.indices where !columns[index].isBusy {
      results[index] = Result { try body(columns[index]) }
    }
    return try columns.indices.map { index in try results[index]?.get() ?? body(columns[index]) }
  }

  /// Returns where the next batch, which begins with row `start`, ends.
  ///
  /// That is at the begin of a page of the largest column, so that few pages are decompressed for two batches, unless
  /// its pages are so long that batches would become too large.
  func cut(after start: Int, rowsPerBatch: Int) throws -> Int {
    let wanted = wantedRowCount(rowsPerBatch)
    guard rowCount - start > wanted + wanted / 2 else { return rowCount }
    let chunks = all.flatMap(\.chunks)
    guard let largest = chunks.max(by: { $0.byteCount < $1.byteCount }) else { return rowCount }
    let target = start + wanted
    let pages = try largest.pages()
    guard pages.hasKnownRows, let page = pages.pages(holding: target..<target + 1).first else {
      return target
    }
    if page.rows.lowerBound - start > wanted / 2 { return page.rows.lowerBound }
    return page.rows.upperBound - start <= wanted * 4 ? page.rows.upperBound : target
  }

  /// The rows that a batch should have: fewer where rows have many list elements.
  private func wantedRowCount(_ rowsPerBatch: Int) -> Int {
    // The upper bound keeps the sums of the caller from overflowing.
    let wanted = Swift.max(1, Swift.min(rowsPerBatch, 1 << 60))
    let entryCount = all.flatMap(\.chunks).map(\.extent.entryCount).max() ?? 0
    let entriesPerRow = entryCount / Swift.max(rowCount, 1)
    return Swift.max(1, wanted / Swift.max(1, entriesPerRow / Self.usualEntriesPerRow))
  }

  /// Up to so many list elements a row, batches have as many rows as those of flat columns.
  private static let usualEntriesPerRow = 16

  /// The wanted columns, and those that are read for the filter only.
  private var all: [ColumnReader] {
    columns + filtered.values.filter { column in !columns.contains { $0 === column } }
  }

  /// The bytes of the columns in the file, as the footer says.
  var byteCount: Int { all.reduce(0) { $0 &+ $1.byteCount } }
}

extension ColumnChunkReader {
  /// The chunk's bytes in the file, as the footer says: good for a report.
  var byteCount: Int { Swift.max(0, Swift.min(Int(clamping: metadata.compressedByteCount), file.byteCount)) }
}
