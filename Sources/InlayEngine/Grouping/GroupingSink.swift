import InlayBytes
import InlayColumns
import Synchronization

/// Groups rows and gives one row for each group, in the order of the groups' first rows.
///
/// What grows is the groups: their keys, a slot and a row number each, and one state for each function; of some
/// functions, such as the number of distinct values, also what they have seen. Batches are let go of.
final class GroupingSink: MaterialisingSink {
  private let grouping: Grouping
  private let schema: Schema
  private let workers: Workers
  private let lanes: [GroupLane]

  /// Prepares to group rows.
  ///
  /// - Parameter schema: The columns that are given.
  init(_ grouping: Grouping, giving schema: Schema, on workers: Workers) {
    self.grouping = grouping
    self.schema = schema
    self.workers = workers
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
  }

  func finish(lane: Int) { lanes[lane].finish() }

  func close() {}

  func abandon() {}

  /// Returns for each column what the lanes give of it.
  private static func parts(of columns: [[Column]], count: Int) -> [[Column]] {
    (0..<count).map { position in columns.map { $0[position] } }
  }

  func result(giving schema: Schema) throws -> MaterialisedRows {
    let count = lanes.reduce(0) { $0 + $1.count }
    guard count <= UInt32.max else {
      throw InlayError(.limitExceeded, "there may be at most 4,294,967,295 groups; found \(count)")
    }
    let order = try GroupOrder(of: lanes, on: workers).positions
    // Each column's parts go when they are one.
    let parts = Mutex(Self.parts(of: lanes.map { $0.surrenderColumns() }, count: schema.count))
    let columns = try workers.map(schema.count) { [schema] position in
      let column = Column.concatenating(parts.taken(at: position), type: schema[position].type)
      return order.map { column.gathered($0) } ?? column
    }
    return try MaterialisedRows(
      [RecordBatch(schema: schema, columns: columns, rowCount: count)], schema: schema)
  }
}
