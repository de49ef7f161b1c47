import InlayBytes
import InlayColumns

/// The build side of a join in memory: its columns, and an index from keys to rows.
final class JoinTable: Sendable {
  /// The build side's columns, each shared by all batches that the join gives.
  let columns: [DictionaryBase]
  let rowCount: Int
  let index: JoinIndex

  /// Collects the batches of the build side.
  init(_ batches: [RecordBatch], schema: Schema, keys: [Int], on workers: Workers) throws {
    rowCount = batches.reduce(0) { $0 + $1.rowCount }
    guard rowCount <= KeyTable.rowLimit else {
      throw InlayError(
        .limitExceeded, "a join can hold 4,294,967,293 rows of its smaller input; this one has \(rowCount)")
    }
    let columns = try workers.map(schema.count) { position in
      Column.concatenating(batches.map { $0.columns[position] }, type: schema[position].type)
    }
    index = try JoinIndex(KeyColumn(keys.map { columns[$0] }, rowCount: rowCount), on: workers)
    self.columns = columns.map(DictionaryBase.init)
  }
}
