import InlayBytes
import InlayColumns
import Synchronization

/// The build side of a join in memory: its columns, and an index from keys to rows.
final class JoinTable: Sendable {
  /// The build side's columns, each shared by all batches that the join gives.
  let columns: [DictionaryBase]
  let rowCount: Int
  let index: JoinIndex
  /// The rows that have found a partner; nil when nobody asks.
  let partnered: PartneredRows?
  /// What the table has taken of a budget.
  private let lease: MemoryLease?

  /// Collects the batches of the build side, and lets go of each column's when they are one.
  ///
  /// - Parameters:
  ///   - notesPartners: Whether to note the rows that find partners.
  ///   - lease: What the rows have taken of a budget, for as long as the table is there.
  init(
    _ batches: consuming [RecordBatch], schema: Schema, keys: [Int], notesPartners: Bool,
    lease: MemoryLease? = nil, on workers: Workers
  ) throws {
    self.lease = lease
    rowCount = batches.reduce(0) { $0 + $1.rowCount }
    guard rowCount <= KeyTable.rowLimit else {
      throw InlayError(
        .limitExceeded, "a join can hold 4,294,967,293 rows of its smaller input; this one has \(rowCount)")
    }
    let parts = Mutex(schema.fields.indices.map { position in batches.map { $0.columns[position] } })
    batches = []
    let columns = try workers.map(schema.count) { position in
      Column.concatenating(parts.taken(at: position), type: schema[position].type)
    }
    index = try JoinIndex(KeyColumn(keys.map { columns[$0] }, rowCount: rowCount), on: workers)
    self.columns = columns.map(DictionaryBase.init)
    partnered = notesPartners ? PartneredRows(count: rowCount) : nil
  }

  /// Returns the columns of the rows at some positions, by position; where there is no row, nulls.
  func columns(at rows: Values<UInt32>) -> [Column] {
    let present = rows.presentRows()
    guard let present else {
      return columns.map {
        Column(type: $0.column.type, storage: .dictionary(DictionaryValues(base: $0, indices: rows)))
      }
    }
    guard rowCount > 0 else { return columns.map { .nulls(of: $0.column.type, count: rows.count) } }
    return columns.map {
      guard $0.column.type != .null else { return .nulls(of: .null, count: rows.count) }
      return Column(
        type: $0.column.type, storage: .dictionary(DictionaryValues(base: $0, indices: present.rows)),
        validity: present.validity)
    }
  }
}

extension Mutex<[[Column]]> {
  /// Hands over the columns at a position, and forgets them.
  func taken(at position: Int) -> [Column] {
    withLock { parts in
      defer { parts[position] = [] }
      return parts[position]
    }
  }
}

extension Values<UInt32> {
  /// Returns the positions with 0 in the place of those of no row, and a bitmap that says which are rows; nil when all
  /// are.
  fileprivate func presentRows() -> (rows: Values<UInt32>, validity: Bitmap)? {
    var missing = 0
    let source = span
    for index in source.indices { missing &+= source[index] == KeyTable.noRow ? 1 : 0 }
    guard missing > 0 else { return nil }
    var rows = ValueBuilder<UInt32>(capacity: count)
    var validity = BitmapBuilder(capacity: count)
    for index in source.indices {
      let isRow = source[index] != KeyTable.noRow
      rows.append(isRow ? source[index] : 0)
      validity.append(isRow)
    }
    return (rows.freeze(), validity.freeze())
  }
}
