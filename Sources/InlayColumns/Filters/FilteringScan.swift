import InlayBytes
import Synchronization

/// A reading of a source that cannot filter by itself: reads the columns of the filter too, and keeps the rows that
/// meet it.
package final class FilteringScan: BatchScan {
  package let schema: Schema
  private let scan: any BatchScan
  /// Over the columns of `scan`.
  private let filter: BoundFilter
  private let keptRowCount = Mutex(0)

  /// Begins to read.
  ///
  /// - Parameter source: Is asked for batches without a filter.
  /// - Throws: ``InlayError/Code/invalidInput`` for a filter that does not go with the columns, and what the source
  ///   throws.
  package init(_ source: some BatchSource, _ columns: [Int], _ filter: RowFilter) throws {
    _ = try BoundFilter(filter, schema: source.schema)
    let read = columns + filter.columns.filter { !columns.contains($0) }
    let inner = filter.mappingColumns { column in read.firstIndex(of: column) ?? column }
    self.filter = try BoundFilter(inner, schema: source.schema.selecting(read))
    schema = source.schema.selecting(columns)
    scan = try source.scan(ScanRequest(columns: read))
  }

  package func verify() throws { try scan.verify() }

  package func nextMorsel() throws -> Morsel? { try scan.nextMorsel() }

  package func read(_ morsel: Morsel) throws -> RecordBatch {
    let batch = try scan.read(morsel)
    let kept = filter.kept(rowCount: batch.rowCount) { batch.columns[$0] }
    let wanted = RecordBatch(
      schema: schema, columns: Array(batch.columns.prefix(schema.count)), rowCount: batch.rowCount)
    let result = wanted.keeping(kept)
    keptRowCount.withLock { $0 += result.rowCount }
    return result
  }

  /// What the source has read, and the rows that were kept.
  package var progress: ScanProgress {
    var progress = scan.progress
    progress.skipped.rowsByFilter = progress.rowCount
    progress.rowCount = keptRowCount.withLock { $0 }
    progress.skipped.rowsByFilter -= progress.rowCount
    return progress
  }
}

extension RecordBatch {
  /// Returns the rows for which there is a 1; strings are shared. O(rows × columns), and O(1) when all are kept.
  package func keeping(_ kept: Bitmap) -> RecordBatch {
    precondition(kept.count == rowCount, "one bit a row")
    let rows = kept.positionsOfOnes()
    guard rows.count < rowCount else { return self }
    return RecordBatch(schema: schema, columns: columns.map { $0.gathered(rows) }, rowCount: rows.count)
  }
}
