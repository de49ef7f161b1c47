public import InlayColumns
import Synchronization

/// Collects what the values of each column are like; each column is a lane.
///
/// Values are counted exactly up to `countedValueLimit` distinct ones of a column, which takes some tens of bytes for
/// each. Beyond it their number is estimated, and the counts of frequent values are what is certain at least.
public final class StatisticsSink: BatchSink {
  private let lanes: [Lane]
  private let rowCount = Mutex(0)

  /// The most distinct values of a column that are counted when nothing else is said.
  public static let defaultCountedValueLimit = 1 << 18

  private final class Lane: Sendable {
    let summary: Mutex<ColumnSummary>
    init(_ field: Field, limit: Int) { summary = Mutex(ColumnSummary(field, limit: limit)) }
  }

  /// Begins with no rows of a schema.
  public init(_ schema: Schema, countedValueLimit: Int = StatisticsSink.defaultCountedValueLimit) {
    precondition(countedValueLimit > 0, "one value can be counted")
    lanes = schema.fields.map { Lane($0, limit: countedValueLimit) }
  }

  /// One lane for each column, or one that counts rows.
  public var laneCount: Int { Swift.max(1, lanes.count) }

  /// Adds the values of a column.
  public func write(_ batch: PreparedBatch, lane: Int) {
    let batch = batch.batch
    if lane == 0 { rowCount.withLock { $0 += batch.rowCount } }
    guard lane < lanes.count else { return }
    let column = batch.columns[lane]
    lanes[lane].summary.withLock { $0.add(column) }
  }

  /// Does nothing.
  public func finish(lane: Int) {}
  /// Does nothing.
  public func close() {}
  /// Does nothing.
  public func abandon() {}

  /// What was collected so far.
  public var statistics: TableStatistics {
    TableStatistics(
      rowCount: rowCount.withLock { $0 }, columns: lanes.map { $0.summary.withLock { $0.statistics } })
  }
}
