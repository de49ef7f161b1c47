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
  ///   - limits: How much memory it may fill, and where what does not fit goes.
  public init(
    workers: Workers = Workers(), monitor: RunMonitor = RunMonitor(), limits: RunLimits = RunLimits()
  ) {
    context = RunContext(workers: workers, monitor: monitor, limits: limits)
  }

  /// Runs a plan into a sink, closes it, and reports.
  ///
  /// The rows come in an order that does not depend on the number of threads: that of the probe side's source, or, where
  /// a join does not fit in memory, one part of the keys after the other.
  ///
  /// - Throws: The first error in that order. The sink is abandoned then.
  public func run(_ plan: LogicalPlan, into sink: any BatchSink, label: String? = nil) throws -> RunReport {
    try context.monitor.stopping { try perform(plan, into: sink, label: label) }
  }

  private func perform(_ plan: LogicalPlan, into sink: any BatchSink, label: String?) throws -> RunReport {
    let start = ContinuousClock.now
    let pipelines = PlanPipelines(context)
    do {
      let plan = Optimiser.optimise(plan)
      expectBytes(of: plan)
      let pipeline = try pipelines.pipeline(of: plan)
      let metrics = context.metrics(.write, label: label)
      try PipelineRun(pipeline, into: sink, metrics: metrics, context: context).run(on: context.workers)
      try metrics.measure(rowsIn: 0, rowsOut: { 0 }) { try sink.close() }
      for (scan, _) in pipelines.scans { try scan.verify() }
      try Cancellation.check()
      return report(pipelines, rowCount: metrics.rowsGiven, since: start)
    } catch {
      sink.abandon()
      // What is wrong in a file that changed is not what is wrong with it.
      for (scan, _) in pipelines.scans { try scan.verify() }
      throw error
    }
  }

  private func expectBytes(of plan: LogicalPlan) {
    if case .scan(let source, _, _) = plan.operation {
      context.monitor.expect(bytes: source.estimate.byteCount)
    }
    for input in plan.inputs { expectBytes(of: input) }
  }

  private func report(_ pipelines: PlanPipelines, rowCount: Int, since start: ContinuousClock.Instant)
    -> RunReport
  {
    var report = RunReport()
    for (scan, metrics) in pipelines.scans {
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
