public import InlayColumns
import Synchronization

/// One reading of a Parquet file: a morsel is some rows of a row group.
///
/// Row groups and pages of which the footer, a bloom filter or the page index shows that none of their rows meets the
/// filter are passed over; the others' rows are held against it one by one.
public final class ParquetScan: BatchScan {
  /// The columns that were asked for.
  public let schema: Schema
  private let file: ParquetFile
  private let columns: [Int]
  private let filter: BoundFilter?
  private let cursor = Mutex(Cursor())
  private let report = Mutex(ScanProgress())

  /// How far the morsels reach.
  private struct Cursor {
    var sequence = 0
    var nextRowGroup = 0
    var group: RowGroupReader?
    var nextRow = 0
  }

  /// The rows of a row group that a morsel stands for.
  private struct Piece: Sendable {
    let group: RowGroupReader
    let rows: RowRanges
  }

  /// Begins to read; the columns must be such as can be read.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a filter that does not go with the file's columns.
  init(_ file: ParquetFile, _ request: ScanRequest) throws {
    self.file = file
    columns = request.columns
    filter = try request.filter.map { try BoundFilter($0, schema: file.schema) }
    schema = file.schema.selecting(request.columns)
  }

  /// What has been read so far.
  public var progress: ScanProgress { report.withLock { $0 } }

  /// Makes sure that the file is what it was when it was opened.
  public func verify() throws { try file.verify() }

  /// Returns the next rows, or nil at the end.
  ///
  /// - Throws: ``InlayError`` when the row group or the headers of its largest column break the format's rules.
  public func nextMorsel() throws -> Morsel? {
    try cursor.withLock { cursor in
      guard let group = try nextGroup(&cursor) else { return nil }
      let end = try group.cut(after: cursor.nextRow, rowsPerBatch: file.options.rowsPerBatch)
      defer {
        cursor.nextRow = end
        cursor.sequence += 1
      }
      let rows = group.candidates.intersection(RowRanges(cursor.nextRow..<end))
      return Morsel(sequence: cursor.sequence, content: Piece(group: group, rows: rows))
    }
  }

  /// Returns the row group that has rows left, opening the next one where the last one has none.
  private func nextGroup(_ cursor: inout Cursor) throws -> RowGroupReader? {
    while true {
      if let group = cursor.group, let row = group.candidates.first(from: cursor.nextRow) {
        cursor.nextRow = row
        return group
      }
      cursor.group = nil
      guard cursor.nextRowGroup < file.metadata.rowGroups.count else { return nil }
      cursor.group = try open(rowGroup: cursor.nextRowGroup)
      cursor.nextRowGroup += 1
      cursor.nextRow = 0
    }
  }

  /// Opens a row group; nil for one that is left out.
  private func open(rowGroup: Int) throws -> RowGroupReader? {
    guard let filter else { return try RowGroupReader(file, rowGroup: rowGroup, columns: columns) }
    switch file.verdict(on: filter, rowGroup: rowGroup) {
    case .excludedByStatistics:
      report.withLock { $0.skipped.rowGroupsByStatistics += 1 }
      return nil
    case .excludedByBloomFilter:
      report.withLock { $0.skipped.rowGroupsByBloomFilter += 1 }
      return nil
    case .keptWhole: return try RowGroupReader(file, rowGroup: rowGroup, columns: columns)
    case .filtered:
      let pruning = PagePruning(file, rowGroup: rowGroup, filter)
      report.withLock { $0.skipped.pagesByIndex += pruning.prunedPageCount }
      return try RowGroupReader(
        file, rowGroup: rowGroup, columns: columns, filter: filter, candidates: pruning.rows)
    }
  }

  /// Decodes those of a morsel's rows that meet the filter.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  public func read(_ morsel: Morsel) throws -> RecordBatch {
    guard let piece = morsel.content as? Piece else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    let batch = try piece.group.read(piece.rows, schema: schema)
    let share = Double(piece.group.byteCount) * Double(piece.rows.count) / Double(piece.group.rowCount)
    report.withLock { report in
      report.rowCount += batch.rowCount
      report.skipped.rowsByFilter += piece.rows.count - batch.rowCount
      report.byteCount += Int(share)
    }
    return batch
  }
}
