import InlayColumns

/// Keeps some columns under the names of its schema; no value is touched.
struct ProjectOperator: WholeBatchOperator {
  let schema: Schema
  let columns: [Int]
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    RecordBatch(schema: schema, columns: columns.map { batch.columns[$0] }, rowCount: batch.rowCount)
  }
}
