import InlayBytes
import InlayColumns

/// Keeps the rows that have a partner on a join's build side, or those that have none.
struct PartnerOperator: BatchOperator {
  let table: JoinTable
  /// The key columns' positions in the batches.
  let keys: [Int]
  /// Whether the rows with a partner are kept, or the others.
  let keepsPartnered: Bool
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    let found = table.index.firstMatches(
      of: KeyColumn(keys.map { batch.columns[$0] }, rowCount: batch.rowCount))
    var kept = BitmapBuilder(capacity: batch.rowCount)
    for row in 0..<batch.rowCount { kept.append((found[row] != KeyTable.noRow) == keepsPartnered) }
    return batch.keeping(kept.freeze())
  }
}
