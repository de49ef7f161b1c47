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
  /// The rows that a batch has where one would have many more.
  let batchRowCount: Int
  let metrics: OperatorMetrics

  func rows(of batch: RecordBatch) -> MadeRows {
    let probe = ProbeKeys(keys.map { batch.columns[$0] }, rowCount: batch.rowCount)
    switch table.index.pairs(of: probe, keepingAll: keepsAll, atOnce: batchRowCount) {
    case .few(let matches): return MadeRows(batch: pairing(batch, matches))
    case .many(var pairs):
      let first = pairing(batch, pairs.next())
      return MadeRows(batch: first, rest: RestOfPairs(step: self, batch: batch, pairs: pairs))
    }
  }

  /// Puts the rows of pairs beside each other.
  fileprivate func pairing(_ batch: RecordBatch, _ matches: JoinIndex.Matches) -> RecordBatch {
    table.partnered?.note(matches.buildRows)
    var probeColumns = batch.columns
    if let rows = matches.probeRows { probeColumns = probeColumns.map { $0.gathered(rows) } }
    let buildColumns = table.columns(at: matches.buildRows)
    return RecordBatch(
      schema: schema, columns: isBuildFirst ? buildColumns + probeColumns : probeColumns + buildColumns,
      rowCount: matches.buildRows.count)
  }
}

/// The rows of a batch that makes many pairs, behind the first of them.
private struct RestOfPairs: RestOfRows {
  let step: ProbeOperator
  let batch: RecordBatch
  var pairs: PendingPairs

  mutating func next() -> RecordBatch? { pairs.isEmpty ? nil : step.pairing(batch, pairs.next()) }
}
