import InlayBytes
import InlayColumns
import InlayRows

/// One reading of a table's rows: batches as they come, a part of one at a time.
@usableFromInline
final class RowReading<Row: Decodable> {
  private var table: Table
  private let source: Table
  private let options: RowOptions
  private let workers: Workers
  private var batches: TableBatches.AsyncIterator?
  private var batch: RecordBatch?
  private var reader: RowReader<Row>?
  private var unread: Set<String> = []
  // Of the batch, and of the whole table.
  private var position = 0
  private var rowCount = 0

  /// The rows that are made at a time: few enough to stay near the processor.
  private static var rowsAtATime: Int { 1_024 }

  init(table: Table, options: RowOptions, workers: Workers) {
    source = table
    self.table = table
    self.options = options
    self.workers = workers
  }

  /// Returns the next rows, or nil at the end.
  @usableFromInline
  func next(isolation: isolated (any Actor)?) async throws -> [Row]? {
    if batches == nil { try begin() }
    while true {
      if let batch, position < batch.rowCount {
        do { return try read(batch) } catch let missing as UnreadColumn {
          guard rowCount == 0 else { throw Self.late(missing) }
          readAllColumns()
        }
      }
      guard let next = try await batches?.next(isolation: isolation) else { return nil }
      (batch, position) = (next, 0)
    }
  }

  /// Chooses the columns, and begins the run.
  private func begin() throws {
    let schema = try source.schema()
    if let names = RowReader<Row>.columns(among: schema, options: options), !names.isEmpty,
      Set(schema.names).count == schema.count
    {
      unread = Set(schema.names).subtracting(names)
      if !unread.isEmpty { table = source.selecting(names) }
    }
    batches = table.batches(workers: workers).makeAsyncIterator()
  }

  private func read(_ batch: RecordBatch) throws -> [Row] {
    let reader = self.reader ?? RowReader<Row>(schema: batch.schema, unread: unread, options: options)
    self.reader = reader
    let range = position..<Swift.min(position + Self.rowsAtATime, batch.rowCount)
    let rows = try reader.rows(of: batch, in: range, firstRow: rowCount - position)
    position = range.upperBound
    rowCount += range.count
    return rows
  }

  /// Begins anew with all columns: the type asked for one that its first keys did not name.
  private func readAllColumns() {
    (batch, reader, unread, table) = (nil, nil, [], source)
    batches = table.batches(workers: workers).makeAsyncIterator()
  }

  private static func late(_ missing: UnreadColumn) -> InlayError {
    InlayError(
      .unsupported,
      "\(Row.self) asked for this column after its first rows, by keys that it did not begin with: read batches, "
        + "and their rows", at: InlayError.Location(column: missing.name))
  }
}
