import InlayBytes
import InlayColumns

/// Makes the pipelines of joins: the build side is run into memory, and the probe side's pipeline gets a step.
struct JoinPipelines {
  private let pipelines: PlanPipelines
  private let context: RunContext

  init(_ pipelines: PlanPipelines, _ context: RunContext) {
    self.pipelines = pipelines
    self.context = context
  }

  func pipeline(of plan: LogicalPlan) throws -> Pipeline {
    guard case .join(let left, let right, let keys, let kind) = plan.operation else {
      preconditionFailure("the plan is a join")
    }
    if !kind.givesRightColumns { return try filtering(left, by: right, keys, kind, plan) }
    return try pairing(left, right, keys, kind, plan)
  }

  /// Pairs rows; the side that is believed to be smaller is held in memory.
  private func pairing(
    _ left: LogicalPlan, _ right: LogicalPlan, _ keys: JoinKeys, _ kind: JoinKind, _ plan: LogicalPlan
  ) throws -> Pipeline {
    let isBuildFirst = left.estimate.isSmaller(than: right.estimate)
    let (build, probe) = isBuildFirst ? (left, right) : (right, left)
    let keepsBuild = isBuildFirst ? kind.keepsLeft : kind.keepsRight
    let table = try table(
      build, keys: isBuildFirst ? keys.left : keys.right, notesPartners: keepsBuild, label: plan.label)
    var pipeline = try pipelines.pipeline(of: probe)
    let metrics = context.metrics(.probe, label: plan.label)
    pipeline.steps.append(
      ProbeOperator(
        schema: plan.schema, table: table, keys: isBuildFirst ? keys.right : keys.left,
        isBuildFirst: isBuildFirst, keepsAll: isBuildFirst ? kind.keepsRight : kind.keepsLeft,
        metrics: metrics))
    guard keepsBuild else { return pipeline }
    let scan = OuterJoinScan(
      pipeline, table: table, schema: plan.schema, isBuildFirst: isBuildFirst, metrics: metrics)
    return Pipeline(scan: scan, scanMetrics: nil)
  }

  /// Keeps rows of the left side by whether they have a partner on the right side, which is held in memory.
  private func filtering(
    _ left: LogicalPlan, by right: LogicalPlan, _ keys: JoinKeys, _ kind: JoinKind, _ plan: LogicalPlan
  ) throws -> Pipeline {
    let table = try table(right, keys: keys.right, notesPartners: false, label: plan.label)
    var pipeline = try pipelines.pipeline(of: left)
    pipeline.steps.append(
      PartnerOperator(
        table: table, keys: keys.left, keepsPartnered: kind == .leftSemi,
        metrics: context.metrics(.probe, label: plan.label)))
    return pipeline
  }

  /// Runs a join's build side into memory.
  private func table(
    _ plan: LogicalPlan, keys: [Int], notesPartners: Bool, label: String?
  ) throws -> JoinTable {
    let pipeline = try pipelines.pipeline(of: plan)
    let metrics = context.metrics(.build, label: label)
    let sink = CollectingSink()
    try pipelines.run(pipeline, into: sink, OperatorMetrics(.build, label: nil))
    return try metrics.measure(rowsIn: sink.rowCount, rowsOut: \.rowCount) {
      // Nobody else holds the batches: what the table has made of them goes.
      try JoinTable(
        sink.surrender(), schema: plan.schema, keys: keys, notesPartners: notesPartners, on: context.workers)
    }
  }
}
