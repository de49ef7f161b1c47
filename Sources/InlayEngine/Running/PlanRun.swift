public import InlayBytes
public import InlayColumns

/// Runs plans.
public struct PlanRun: Sendable {
  private let context: RunContext

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - workers: The threads to use.
  ///   - monitor: Who watches the run and may stop it.
  public init(workers: Workers = Workers(), monitor: RunMonitor = RunMonitor()) {
    context = RunContext(workers: workers, monitor: monitor)
  }

  /// Runs a plan into a sink, closes it, and reports.
  ///
  /// The rows come in the order of the probe side's source, whatever the number of threads.
  ///
  /// - Throws: The first error in that order. The sink is abandoned then.
  public func run(_ plan: LogicalPlan, into sink: any BatchSink, label: String? = nil) throws -> RunReport {
    let start = ContinuousClock.now
    do {
      let plan = Optimiser.optimise(plan)
      expectBytes(of: plan)
      let scans = ScanList()
      let pipeline = try pipeline(of: plan, scans)
      let metrics = context.metrics(.write, label: label)
      try PipelineRun(pipeline, into: sink, metrics: metrics, context: context).run(on: context.workers)
      try metrics.measure(rowsIn: 0, rowsOut: { 0 }) { try sink.close() }
      return report(scans, rowCount: metrics.rowsGiven, since: start)
    } catch {
      sink.abandon()
      throw error
    }
  }

  /// The scans of a run, in the order in which they were begun.
  private final class ScanList {
    var scans: [(scan: any BatchScan, metrics: OperatorMetrics)] = []
  }

  /// Makes the pipeline that gives a plan's rows; the build sides of its joins are run on the way.
  private func pipeline(of plan: LogicalPlan, _ scans: ScanList) throws -> Pipeline {
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      let scan = MonitoredScan(
        try source.scan(ScanRequest(columns: columns, filter: filter)), schema: plan.schema,
        monitor: context.monitor)
      let metrics = context.metrics(.scan, label: plan.label)
      scans.scans.append((scan, metrics))
      return Pipeline(scan: scan, scanMetrics: metrics)
    case .project(let input, let columns):
      var pipeline = try pipeline(of: input, scans)
      let metrics = context.metrics(.project, label: plan.label)
      pipeline.steps.append(ProjectOperator(schema: plan.schema, columns: columns, metrics: metrics))
      return pipeline
    case .filter(let input, let filter):
      var pipeline = try pipeline(of: input, scans)
      pipeline.steps.append(
        FilterOperator(
          filter: try BoundFilter(filter, schema: input.schema),
          metrics: context.metrics(.filter, label: plan.label)))
      return pipeline
    case .join(let left, let right, let keys):
      let isBuildFirst = left.estimate.isSmaller(than: right.estimate)
      let table = try build(
        isBuildFirst ? left : right, keys: isBuildFirst ? keys.left : keys.right, label: plan.label, scans)
      var pipeline = try pipeline(of: isBuildFirst ? right : left, scans)
      pipeline.steps.append(
        ProbeOperator(
          schema: plan.schema, table: table, keys: isBuildFirst ? keys.right : keys.left,
          isBuildFirst: isBuildFirst,
          metrics: context.metrics(.probe, label: plan.label)))
      return pipeline
    }
  }

  /// Runs a join's build side into memory.
  private func build(_ plan: LogicalPlan, keys: [Int], label: String?, _ scans: ScanList) throws -> JoinTable
  {
    let pipeline = try pipeline(of: plan, scans)
    let metrics = context.metrics(.build, label: label)
    let sink = CollectingSink()
    try PipelineRun(pipeline, into: sink, metrics: OperatorMetrics(.build, label: nil), context: context)
      .run(on: context.workers)
    let batches = sink.batches
    return try metrics.measure(rowsIn: batches.reduce(0) { $0 + $1.rowCount }, rowsOut: \.rowCount) {
      try JoinTable(batches, schema: plan.schema, keys: keys, on: context.workers)
    }
  }

  private func expectBytes(of plan: LogicalPlan) {
    if case .scan(let source, _, _) = plan.operation {
      context.monitor.expect(bytes: source.estimate.byteCount)
    }
    for input in plan.inputs { expectBytes(of: input) }
  }

  private func report(_ list: ScanList, rowCount: Int, since start: ContinuousClock.Instant) -> RunReport {
    var report = RunReport()
    for (scan, metrics) in list.scans {
      let progress = scan.progress
      metrics.count(bytes: progress.byteCount)
      report.inputByteCount += progress.byteCount
      report.rejectedRowCount += progress.rejectedRowCount
      report.rejections += progress.rejections
      report.skipped += progress.skipped
    }
    report.operators = context.reports()
    report.rowCount = rowCount
    report.threadCount = context.workers.count
    report.peakMemoryBytes = Memory.peakByteCount
    report.elapsedSeconds = Double(start.duration(to: .now) / .nanoseconds(1)) / 1e9
    return report
  }
}
