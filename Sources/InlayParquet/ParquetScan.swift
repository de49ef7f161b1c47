public import InlayColumns
import Synchronization

/// One reading of a Parquet file: a morsel is some rows of a row group.
///
/// Row groups whose statistics show that none of their rows is within the bounds are passed over.
public final class ParquetScan: BatchScan {
  /// The columns that were asked for.
  public let schema: Schema
  private let file: ParquetFile
  private let request: ScanRequest
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
    let rows: Range<Int>
  }

  /// Begins to read; the columns must be such as can be read.
  init(_ file: ParquetFile, _ request: ScanRequest) {
    self.file = file
    self.request = request
    schema = file.schema.selecting(request.columns)
  }

  /// What has been read so far.
  public var progress: ScanProgress { report.withLock { $0 } }

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
      return Morsel(sequence: cursor.sequence, content: Piece(group: group, rows: cursor.nextRow..<end))
    }
  }

  /// Returns the row group that has rows left, opening the next one where the last one has none.
  private func nextGroup(_ cursor: inout Cursor) throws -> RowGroupReader? {
    while true {
      if let group = cursor.group, cursor.nextRow < group.rowCount { return group }
      cursor.group = nil
      guard cursor.nextRowGroup < file.metadata.rowGroups.count else { return nil }
      let rowGroup = cursor.nextRowGroup
      cursor.nextRowGroup += 1
      cursor.nextRow = 0
      if file.canPrune(rowGroup: rowGroup, bounds: request.bounds) {
        report.withLock { $0.prunedRowGroupCount += 1 }
      } else {
        cursor.group = try RowGroupReader(file, rowGroup: rowGroup, columns: request.columns)
      }
    }
  }

  /// Decodes a morsel's rows.
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
      report.byteCount += Int(share)
    }
    return batch
  }
}
