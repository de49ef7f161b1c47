import InlayBytes
import InlayColumns
import Synchronization

/// Groups rows and gives one row for each group, in the order of the groups' first rows.
///
/// What grows is the groups: their keys, a slot and a row number each, and one state for each function; of some
/// functions, such as the number of distinct values, also what they have seen. Batches are let go of.
final class GroupingSink: MaterialisingSink {
  private let grouping: Grouping
  private let workers: Workers
  private let lease: MemoryLease?
  private let lanes: [GroupLane]

  /// Prepares to group rows.
  ///
  /// - Parameter lease: What the groups may take memory of; nil to take what they need.
  init(_ grouping: Grouping, on workers: Workers, lease: MemoryLease?) {
    self.grouping = grouping
    self.workers = workers
    self.lease = lease
    lanes = (0..<grouping.laneCount).map { GroupLane(grouping, number: $0) }
  }

  var laneCount: Int { lanes.count }

  func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    PreparedBatch(batch, content: try PreparedGroups(batch, grouping))
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let prepared = batch.content as? PreparedGroups else {
      preconditionFailure("a batch is prepared before it is written")
    }
    try lanes[lane].write(prepared, of: batch.batch)
    if let lease, !lease.take(lanes[lane].newlyHeldByteCount()) { throw GroupsDoNotFit() }
  }

  func finish(lane: Int) { lanes[lane].finish() }

  func close() {}

  func abandon() {}

  /// Returns for each column what the lanes give of it.
  private static func parts(of columns: [[Column]], count: Int) -> [[Column]] {
    (0..<count).map { position in columns.map { $0[position] } }
  }

  func result(giving schema: Schema) throws -> MaterialisedRows {
    try MaterialisedRows([batch(giving: schema)], schema: schema)
  }

  /// Returns the groups' rows in one batch, whose columns are those of a schema.
  func batch(giving schema: Schema) throws -> RecordBatch {
    let count = lanes.reduce(0) { $0 + $1.count }
    guard count <= UInt32.max else {
      throw InlayError(.limitExceeded, "there may be at most 4,294,967,295 groups; found \(count)")
    }
    let order = try GroupOrder(of: lanes, on: workers).positions
    // Each column's parts go when they are one.
    let parts = Mutex(Self.parts(of: lanes.map { $0.surrenderColumns() }, count: schema.count))
    let columns = try workers.map(schema.count) { position in
      let column = Column.concatenating(parts.taken(at: position), type: schema[position].type)
      return order.map { column.gathered($0) } ?? column
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: count)
  }
}

/// Says that the groups take more memory than there is.
struct GroupsDoNotFit: Error {}
