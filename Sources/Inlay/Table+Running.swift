public import InlayBytes
public import InlayColumns
public import InlayDatasets
public import InlayEngine

extension Table {
  /// Computes the table and writes it; what is there before stays until all of it is written.
  ///
  /// Cancelling the task stops the run and leaves nothing behind.
  ///
  /// - Throws: The first error in the order of the rows, with its place; nothing is written then.
  @discardableResult
  public func write(to target: Target) async throws -> RunReport {
    let monitor = RunMonitor()
    return try await Background.run(monitor) { try write(to: target, monitor: monitor).report }
  }

  /// Computes the table and returns its rows, or the first `limit` of them.
  public func collect(limit: Int = .max) async throws -> [RecordBatch] {
    let monitor = RunMonitor()
    return try await Background.run(monitor) {
      let sink = CollectingSink(limit: limit)
      try run(into: sink, monitor: monitor)
      return sink.batches
    }
  }

  /// Computes the number of rows; where a format says it, no rows are read.
  public func count() async throws -> Int {
    let monitor = RunMonitor()
    return try await Background.run(monitor) { try rowCount(monitor: monitor) }
  }
}

/// The same from the caller's own thread, for those who want threads and progress in their hands.
extension Table {
  /// Computes the table and writes it.
  ///
  /// - Returns: What the run did, and the files it wrote.
  public func write(
    to target: Target, workers: Workers = Workers(), monitor: RunMonitor = RunMonitor(),
    limits: RunLimits = RunLimits()
  ) throws -> (report: RunReport, files: [WrittenFile]) {
    try monitor.stopping { try perform(target, workers, monitor, limits) }
  }

  private func perform(
    _ target: Target, _ workers: Workers, _ monitor: RunMonitor, _ limits: RunLimits
  ) throws -> (report: RunReport, files: [WrittenFile]) {
    let start = ContinuousClock.now
    try DatasetOutput.check(path: target.path, options: target.options)
    let plan = try plan()
    let output = try DatasetOutput(path: target.path, schema: plan.schema, options: target.options)
    do {
      var report = try PlanRun(workers: workers, monitor: monitor, limits: limits).run(
        plan, into: output.sink)
      let files = try output.publish()
      // Types may have been inferred before the run, and files were committed after it.
      report.elapsedSeconds = Double(start.duration(to: .now) / .nanoseconds(1)) / 1e9
      return (report, files)
    } catch {
      output.discard()
      throw error
    }
  }

  /// Computes the table into any sink.
  @discardableResult
  public func run(
    into sink: any BatchSink, workers: Workers = Workers(), monitor: RunMonitor = RunMonitor(),
    limits: RunLimits = RunLimits()
  ) throws -> RunReport {
    try monitor.stopping {
      try PlanRun(workers: workers, monitor: monitor, limits: limits).run(try plan(), into: sink)
    }
  }

  /// Returns the first rows, at most `count`, in one batch or several; reads little more than that takes.
  public func head(_ count: Int, workers: Workers = Workers()) throws -> [RecordBatch] {
    let sink = CollectingSink(limit: count)
    try run(into: sink, workers: workers)
    return sink.batches
  }

  /// Returns the number of rows; where a format says it, no rows are read.
  public func rowCount(workers: Workers = Workers(), monitor: RunMonitor = RunMonitor()) throws -> Int {
    let plan = try plan()
    if case .scan(let source, _, nil) = plan.operation, let count = source.estimate.rowCount { return count }
    return try PlanRun(workers: workers, monitor: monitor).run(plan.projecting([]), into: DiscardingSink())
      .rowCount
  }
}
