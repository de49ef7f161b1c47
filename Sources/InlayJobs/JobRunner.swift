public import InlayBytes
import InlayColumns
public import InlayEngine
import InlayStorage

/// Runs a job on this machine.
public struct JobRunner: Sendable {
  let graph: JobGraph
  /// What the document leaves open.
  let options: JobOptions
  private let locations: LocationMap
  private let connector: any JobConnector

  /// Prepares a run; nothing is touched before ``check()`` or ``run(workers:monitor:limits:)``.
  ///
  /// - Parameters:
  ///   - graph: The job.
  ///   - locations: Where its locations lie on this machine.
  ///   - options: What its document leaves open.
  public init(_ graph: JobGraph, locations: LocationMap = LocationMap(), options: JobOptions = JobOptions()) {
    self.init(graph, locations: locations, connector: FileConnector(options: options), options: options)
  }

  init(
    _ graph: JobGraph, locations: LocationMap, connector: any JobConnector,
    options: JobOptions = JobOptions()
  ) {
    self.graph = graph
    self.options = options
    self.locations = locations
    self.connector = connector
  }

  /// Checks all that a run checks before it reads rows: the document, the places it names, and the columns of its
  /// sources.
  ///
  /// Returns what was found, in the order of the document; places and columns are looked at wherever what was found
  /// before leaves them open.
  public func check() -> [JobFinding] {
    JobCheck(graph, locations, connector).findings
  }

  /// Runs the job.
  ///
  /// Every target is written aside, and moved to its place only when all of them are complete and on the disk: a run that
  /// fails, or is stopped, leaves what was there before in all of them.
  ///
  /// - Throws: `invalidJob` with every error that ``check()`` finds, before any row is read; else the first error of a
  ///   row, of the system, or `cancelled` when the monitor stopped the run.
  public func run(
    workers: Workers = Workers(), monitor: RunMonitor = RunMonitor(), limits: RunLimits = RunLimits()
  ) throws -> JobReport {
    // What a run has counted and held is its own.
    try monitor.stopping {
      try perform { PlanRun(workers: workers, monitor: monitor, limits: limits) }
    }
  }

  private func perform(_ newRun: () -> PlanRun) throws -> JobReport {
    var plan = try self.plan()
    for target in plan.targets {
      try located(target.node.label) { try connector.check(target.operation, folder: target.folder) }
    }
    try survey(&plan, newRun)
    var outputs: [any JobOutput] = []
    do {
      var runs: [RunReport] = []
      for target in plan.targets {
        let output = try located(target.node.label) {
          try connector.output(target.operation, folder: target.folder, schema: target.plan.schema)
        }
        outputs.append(output)
        runs.append(try Self.write(target, to: output, newRun()))
      }
      return try report(plan, outputs, runs)
    } catch {
      for output in outputs { output.staged.abandon() }
      throw error
    }
  }

  func plan() throws -> JobPlan {
    try JobPlan(graph, locations: locations, connector: connector)
  }

  /// Reads the rows that some nodes must know before it is known which columns they give.
  func survey(_ plan: inout JobPlan, _ newRun: () -> PlanRun = { PlanRun() }) throws {
    try plan.survey { survey in
      let rows = CollectingSink()
      _ = try newRun().run(survey, into: rows)
      return rows.batches
    }
  }

  private static func write(
    _ target: JobPlan.Target, to output: any JobOutput, _ run: PlanRun
  ) throws -> RunReport {
    try located(target.node.label) {
      try run.run(target.plan, into: output.sink, label: target.node.label)
    }
  }

  /// Moves all outputs to their places and sums up.
  private func report(
    _ plan: JobPlan, _ outputs: [any JobOutput], _ runs: [RunReport]
  ) throws -> JobReport {
    try Publication.publish(
      zip(plan.targets, outputs).map { LocatedOutput(output: $1.staged, node: $0.node.label) })
    let targets = plan.targets.enumerated().map { position, target in
      JobReport.Target(
        node: target.node.label, folder: target.folder, files: outputs[position].paths,
        rowCount: runs[position].rowCount, columns: target.plan.schema.names)
    }
    return JobReport(
      job: graph.document.name, targets: targets,
      run: runs.dropFirst().reduce(runs.first ?? RunReport()) { $0.adding($1) },
      warnings: plan.warnings, outlines: zip(plan.targets, runs).map { JobOutline($0).counted(by: $1) })
  }
}
