import InlayBytes
import InlayColumns

/// Pairs the rows of each batch with those of a join's build side.
///
/// The probe side's columns pass through, gathered only when a row found no partner or several. The build side's
/// columns come out as positions in the table's columns: no value is copied.
struct ProbeOperator: BatchOperator {
  let schema: Schema
  let table: JoinTable
  /// The key columns' positions in the probe side's batches.
  let keys: [Int]
  /// Whether the build side's columns come first.
  let isBuildFirst: Bool
  /// Whether rows without a partner stay, beside nulls.
  let keepsAll: Bool
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    let probe = ProbeKeys(keys.map { batch.columns[$0] }, rowCount: batch.rowCount)
    let matches = table.index.matches(of: probe, keepingAll: keepsAll)
    table.partnered?.note(matches.buildRows)
    var probeColumns = batch.columns
    if let rows = matches.probeRows { probeColumns = probeColumns.map { $0.gathered(rows) } }
    let buildColumns = table.columns(at: matches.buildRows)
    return RecordBatch(
      schema: schema, columns: isBuildFirst ? buildColumns + probeColumns : probeColumns + buildColumns,
      rowCount: matches.buildRows.count)
  }
}
