import InlayColumns

/// The rows that are made of one batch or morsel: the first of them, and what makes the others.
struct MadeRows: Sendable {
  var batch: RecordBatch
  /// What makes the rows behind the batch; nil when there are none.
  var rest: (any RestOfRows)?

  /// Returns the rows under the names of a schema.
  func renamed(_ schema: Schema) -> MadeRows {
    MadeRows(batch: batch.renamed(schema), rest: rest.map { RenamedRest(schema: schema, rest: $0) })
  }
}

/// Rows that are made a batch at a time, when they are asked for, by one thread after the other.
protocol RestOfRows: Sendable {
  /// Returns the next batch, or nil when there are no more.
  mutating func next() throws -> RecordBatch?
}

private struct RenamedRest: RestOfRows {
  let schema: Schema
  var rest: any RestOfRows

  mutating func next() throws -> RecordBatch? { try rest.next()?.renamed(schema) }
}

extension RecordBatch {
  fileprivate func renamed(_ schema: Schema) -> RecordBatch {
    RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
  }
}
