import InlayColumns

/// Keeps the rows for which a condition is true.
struct ConditionOperator: WholeBatchOperator {
  /// Over the columns of the batches.
  let condition: Expression
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) throws -> RecordBatch {
    let truth = try condition.values(over: batch).decoded()
    guard case .boolean(let bits) = truth.storage else {
      // Of the type that has nothing but nulls.
      return batch.slice(0..<0)
    }
    return batch.keeping(truth.validity.map { bits.intersection($0) } ?? bits)
  }
}
