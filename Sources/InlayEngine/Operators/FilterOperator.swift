import InlayColumns

/// Keeps the rows that meet a filter.
struct FilterOperator: WholeBatchOperator {
  /// Over the columns of the batches.
  let filter: BoundFilter
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    batch.keeping(filter.kept(rowCount: batch.rowCount) { batch.columns[$0] })
  }
}
