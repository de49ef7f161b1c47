import InlayBytes
import InlayColumns

/// Keeps the rows that have a partner on a join's build side, or those that have none.
struct PartnerOperator: WholeBatchOperator {
  let table: JoinTable
  /// The key columns' positions in the batches.
  let keys: [Int]
  /// Whether the rows with a partner are kept, or the others.
  let keepsPartnered: Bool
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    let probe = ProbeKeys(keys.map { batch.columns[$0] }, rowCount: batch.rowCount)
    let rows = table.index.rows(of: probe, havingPartner: keepsPartnered)
    guard rows.count < batch.rowCount else { return batch }
    let columns = batch.columns.map { $0.gathered(rows) }
    return RecordBatch(schema: batch.schema, columns: columns, rowCount: rows.count)
  }
}
