import InlayBytes
import InlayColumns

/// Where a merge stands in one sorted run.
struct RunCursor {
  private let rows: SpilledRows
  private let order: [SortOrder]
  private var blocks: ArraySlice<SpilledRows.Block>
  /// The rows that are in memory.
  private(set) var batch: RecordBatch
  private var keys: ViewValues
  /// The row that comes next among them.
  private(set) var row = 0

  /// Begins with the first row of a run that has one.
  init?(_ rows: SpilledRows, run: Int, order: [SortOrder]) throws {
    guard let first = rows.parts[run].blocks.first else { return nil }
    self.rows = rows
    self.order = order
    blocks = rows.parts[run].blocks.dropFirst()
    batch = try rows.batch(of: [first])
    keys = SortKeys.views(of: batch, by: order)
  }

  /// Whether all rows that are in memory have been taken.
  var isAtEndOfBatch: Bool { row == batch.rowCount }

  /// Goes to the next row of those in memory.
  mutating func advance() { row += 1 }

  /// Reads the next rows; returns false when there are none.
  mutating func readMore() throws -> Bool {
    guard let next = blocks.popFirst() else { return false }
    batch = try rows.batch(of: [next])
    keys = SortKeys.views(of: batch, by: order)
    row = 0
    return true
  }

  /// Whether this cursor's row comes before that of another.
  func precedes(_ other: RunCursor) -> Bool {
    keys.bytes(at: row).precedes(other.keys.bytes(at: other.row))
  }
}
