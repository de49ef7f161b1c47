import InlayColumns

/// Computes columns by expressions.
struct ComputeOperator: WholeBatchOperator {
  let schema: Schema
  /// Over the columns of the batches; one for each column of the schema.
  let expressions: [Expression]
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) throws -> RecordBatch {
    RecordBatch(
      schema: schema, columns: try expressions.map { try $0.values(over: batch) }, rowCount: batch.rowCount)
  }
}
