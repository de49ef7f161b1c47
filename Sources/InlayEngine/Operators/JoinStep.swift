import InlayBytes
import InlayColumns

/// What a join makes of the rows of its probe side, given a table of its build side.
struct JoinStep: Sendable {
  /// The columns that are given.
  let schema: Schema
  /// The key columns' positions in the probe side's batches.
  let keys: [Int]
  let result: Result
  /// The rows that a batch has where one would have many more.
  let batchRowCount: Int
  let metrics: OperatorMetrics

  /// What is given.
  enum Result: Sendable {
    /// Pairs of rows; also rows of either side without a partner, beside nulls.
    case pairs(isBuildFirst: Bool, keepsProbe: Bool, keepsBuild: Bool)
    /// Rows of the probe side: those with a partner, or those without.
    case probeRows(havingPartner: Bool)

    /// Whether the table notes which of its rows find partners.
    var notesPartners: Bool {
      if case .pairs(_, _, let keepsBuild) = self { return keepsBuild }
      return false
    }
  }

  /// Adds the step to the pipeline of the probe side.
  func pipeline(_ probe: Pipeline, _ table: JoinTable) -> Pipeline {
    switch result {
    case .pairs(let isBuildFirst, let keepsProbe, _):
      return pairing(probe, table, isBuildFirst: isBuildFirst, keepsProbe: keepsProbe)
    case .probeRows(let havingPartner):
      return adding(
        PartnerOperator(table: table, keys: keys, keepsPartnered: havingPartner, metrics: metrics), to: probe)
    }
  }

  private func pairing(
    _ probe: Pipeline, _ table: JoinTable, isBuildFirst: Bool, keepsProbe: Bool
  ) -> Pipeline {
    let pairs = adding(
      ProbeOperator(
        schema: schema, table: table, keys: keys, isBuildFirst: isBuildFirst, keepsAll: keepsProbe,
        batchRowCount: batchRowCount, metrics: metrics), to: probe)
    guard result.notesPartners else { return pairs }
    let scan = OuterJoinScan(
      pairs, table: table, schema: schema, isBuildFirst: isBuildFirst, metrics: metrics)
    return Pipeline(scan: scan, scanMetrics: nil)
  }

  private func adding(_ step: any BatchOperator, to pipeline: Pipeline) -> Pipeline {
    var pipeline = pipeline
    pipeline.steps.append(step)
    return pipeline
  }
}
