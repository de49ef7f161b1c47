public import InlayEngine

/// How the rows of one target are made, after all that the optimiser does.
public struct JobOutline: Hashable, Sendable {
  /// The target's node by name and id.
  public let node: String
  /// The folder that it is written to.
  public let folder: String
  /// The optimised plan, in words.
  public let plan: PlanOutline
  /// What the writing of its rows did; nothing before a run.
  public let write: OperatorReport?

  init(_ target: JobPlan.Target) {
    node = target.node.label
    folder = target.folder
    plan = Optimiser.optimise(target.plan).outline
    write = nil
  }

  private init(_ outline: JobOutline, _ plan: PlanOutline, _ write: OperatorReport?) {
    node = outline.node
    folder = outline.folder
    self.plan = plan
    self.write = write
  }

  /// Returns the outline with what a run of this target did.
  func counted(by run: RunReport) -> JobOutline {
    var reports = run.operators
    let plan = plan.counted(taking: &reports)
    return JobOutline(self, plan, reports.first { $0.kind == .write })
  }
}

extension JobRunner {
  /// Returns how the rows of each target will be made, after reading the headers of the sources and nothing more.
  ///
  /// - Throws: `invalidJob` with every error that ``check()`` finds.
  public func outlines() throws -> [JobOutline] {
    try plan().targets.map { JobOutline($0) }
  }
}
