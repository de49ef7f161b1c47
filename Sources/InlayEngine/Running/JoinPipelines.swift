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
    let result = JoinStep.Result.pairs(
      isBuildFirst: isBuildFirst, keepsProbe: isBuildFirst ? kind.keepsRight : kind.keepsLeft,
      keepsBuild: isBuildFirst ? kind.keepsLeft : kind.keepsRight)
    return try joining(
      probe, keys: isBuildFirst ? keys.right : keys.left, with: build,
      keys: isBuildFirst ? keys.left : keys.right, result, plan)
  }

  /// Keeps rows of the left side by whether they have a partner on the right side, which is held in memory.
  private func filtering(
    _ left: LogicalPlan, by right: LogicalPlan, _ keys: JoinKeys, _ kind: JoinKind, _ plan: LogicalPlan
  ) throws -> Pipeline {
    try joining(
      left, keys: keys.left, with: right, keys: keys.right, .probeRows(havingPartner: kind == .leftSemi), plan
    )
  }

  /// Runs the build side, and adds the join to the pipeline of the probe side; where the build side does not fit in
  /// memory, both go to temporary files first.
  private func joining(
    _ probe: LogicalPlan, keys: [Int], with build: LogicalPlan, keys buildKeys: [Int],
    _ result: JoinStep.Result, _ plan: LogicalPlan
  ) throws -> Pipeline {
    let input = try pipelines.pipeline(of: build)
    let metrics = context.metrics(.build, label: plan.label)
    let sink = BuildSink(build, keys: buildKeys, context: context)
    try pipelines.run(input, into: sink, OperatorMetrics(.build, label: nil))
    if let rows = try metrics.measure(rowsIn: sink.rowCount, rowsOut: { $0?.rowCount ?? 0 }, sink.spilledRows)
    {
      let passes = SpilledJoinPasses(
        probe: try spill(probe, rows.parts.count, keys: keys), join: step(keys, result, plan),
        build: rows,
        buildKeys: buildKeys, runSize: context.budget.partSize, workers: context.workers)
      return Pipeline(scan: SpilledJoinScan(passes), scanMetrics: nil)
    }
    let table = try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) {
      // Nobody else holds the batches: what the table has made of them goes.
      try JoinTable(
        sink.surrender(), schema: build.schema, keys: buildKeys, notesPartners: result.notesPartners,
        lease: sink.lease, on: context.workers)
    }
    let pipeline = try pipelines.pipeline(of: probe)
    return step(keys, result, plan).pipeline(pipeline, table)
  }

  private func step(_ keys: [Int], _ result: JoinStep.Result, _ plan: LogicalPlan) -> JoinStep {
    JoinStep(
      schema: plan.schema, keys: keys, result: result, batchRowCount: context.batchRowCount,
      metrics: context.metrics(.probe, label: plan.label))
  }

  /// Runs the probe side of a join into a temporary file, in as many parts as the build side has.
  private func spill(_ plan: LogicalPlan, _ partCount: Int, keys: [Int]) throws -> SpilledRows {
    let writer = try SpillWriter(
      plan.schema, KeyPartitions(count: partCount, keys: keys, nulls: .apart), inFolder: context.spillFolder,
      memory: context.budget.partSize / 2)
    let sink = SpillingSink(writer)
    try pipelines.run(pipelines.pipeline(of: plan), into: sink, OperatorMetrics(.build, label: nil))
    return try sink.rows()
  }
}
