import InlayBytes
import InlayColumns

/// A join whose build side comes in several runs, each with a pass over the probe side.
extension JoinStep {
  /// Whether rows without a partner in one run may have one in another, and it matters.
  var isDecidedByAllRuns: Bool {
    switch result {
    case .pairs(_, let keepsProbe, _): keepsProbe
    case .probeRows: true
    }
  }

  /// Whether a side without rows leaves nothing to give.
  func givesNothing(probeIsEmpty: Bool, buildIsEmpty: Bool) -> Bool {
    switch result {
    case .pairs(_, let keepsProbe, let keepsBuild):
      probeIsEmpty && !(keepsBuild && !buildIsEmpty) || buildIsEmpty && !keepsProbe
    case .probeRows(let havingPartner): probeIsEmpty || buildIsEmpty && havingPartner
    }
  }

  /// Returns the rows of a batch that have a partner in a table.
  func partneredRows(of batch: RecordBatch, _ table: JoinTable) -> Values<UInt32> {
    let probe = ProbeKeys(keys.map { batch.columns[$0] }, rowCount: batch.rowCount)
    return table.index.rows(of: probe, havingPartner: true)
  }

  /// Adds what one run gives by itself: pairs, and rows of the run without a partner.
  func pipelineOfRun(_ probe: Pipeline, _ table: JoinTable) -> Pipeline {
    switch result {
    case .pairs(let isBuildFirst, _, let keepsBuild):
      let step = JoinStep(
        schema: schema, keys: keys,
        result: .pairs(isBuildFirst: isBuildFirst, keepsProbe: false, keepsBuild: keepsBuild),
        batchRowCount: batchRowCount, metrics: metrics)
      return step.pipeline(probe, table)
    case .probeRows:
      var pipeline = probe
      pipeline.steps.append(FilterOfNone(schema: schema, metrics: metrics))
      return pipeline
    }
  }

  /// Returns what is decided by all runs.
  ///
  /// - Parameter isPartnered: For each row whether it has a partner in any of them.
  func rest(of batch: RecordBatch, _ isPartnered: Bitmap) -> RecordBatch {
    switch result {
    case .pairs(let isBuildFirst, _, _):
      let kept = batch.keeping(isPartnered, true: false)
      let others =
        isBuildFirst
        ? schema.fields.dropLast(batch.columns.count) : schema.fields.dropFirst(batch.columns.count)
      let nulls = others.map { Column.nulls(of: $0.type, count: kept.rowCount) }
      return RecordBatch(
        schema: schema, columns: isBuildFirst ? nulls + kept.columns : kept.columns + nulls,
        rowCount: kept.rowCount)
    case .probeRows(let havingPartner): return batch.keeping(isPartnered, true: havingPartner)
    }
  }
}

/// Gives no rows: what a batch means is decided later.
private struct FilterOfNone: WholeBatchOperator {
  let schema: Schema
  let metrics: OperatorMetrics

  func apply(_ batch: RecordBatch) -> RecordBatch {
    RecordBatch(schema: schema, columns: batch.columns.map { $0[0..<0] }, rowCount: 0)
  }
}

extension RecordBatch {
  /// Returns the rows whose flag is `wanted`.
  fileprivate func keeping(_ flags: Bitmap, true wanted: Bool) -> RecordBatch {
    var rows = ValueBuilder<UInt32>()
    for row in 0..<rowCount where flags[row] == wanted { rows.append(UInt32(truncatingIfNeeded: row)) }
    let chosen = rows.freeze()
    return RecordBatch(schema: schema, columns: columns.map { $0.gathered(chosen) }, rowCount: chosen.count)
  }
}
