import InlayColumns

/// One step that a batch passes on its way from the source to the sink, on the worker that decoded it.
protocol BatchOperator: Sendable {
  /// Where the step counts its work.
  var metrics: OperatorMetrics { get }
  /// Returns the rows that the step makes of a batch, in the batch's order; called by any number of threads.
  func rows(of batch: RecordBatch) throws -> MadeRows
}

extension BatchOperator {
  /// Applies the step and counts rows and time.
  func measured(_ batch: RecordBatch) throws -> MadeRows {
    try metrics.measure(rowsIn: batch.rowCount, rowsOut: \.batch.rowCount) { try rows(of: batch) }
  }
}

/// A step that makes no more rows than it is given, and so one batch of each.
protocol WholeBatchOperator: BatchOperator {
  /// Returns the rows that the step makes of a batch, in the batch's order; called by any number of threads.
  func apply(_ batch: RecordBatch) throws -> RecordBatch
}

extension WholeBatchOperator {
  func rows(of batch: RecordBatch) throws -> MadeRows { MadeRows(batch: try apply(batch)) }
}
