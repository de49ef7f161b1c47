public import InlayDatasets
public import InlayEngine

/// The rows that one target of a job takes, to go on with as with any other plan.
public struct JobTable: Sendable {
  /// The target.
  public let node: JobNode
  /// The nodes that the rows come from, in the order of the document; the target is not among them.
  public let nodes: [JobNode]
  /// The ids of those of them that the target takes rows from.
  public var inputs: [String] { node.inputs }
  private let runner: JobRunner
  private let position: Int

  fileprivate init(_ runner: JobRunner, _ position: Int) {
    let graph = runner.graph
    node = graph.vertices[position].node
    var needed: Set<Int> = []
    var waiting = graph.vertices[position].inputs.compactMap { $0 }
    while let next = waiting.popLast() {
      if needed.insert(next).inserted { waiting += graph.vertices[next].inputs.compactMap { $0 } }
    }
    nodes = needed.sorted().map { graph.vertices[$0].node }
    self.runner = runner
    self.position = position
  }

  /// Returns the plan that makes the rows; reads headers and nothing more.
  ///
  /// - Throws: `invalidJob` with every error that keeps the job from running.
  public func plan() throws -> LogicalPlan { try target().plan }

  /// Returns where the rows go on this machine, and how files are written there.
  ///
  /// - Throws: As ``plan()``.
  public func output() throws -> (folder: String, options: OutputOptions) {
    let target = try target()
    return (target.folder, target.operation.output(runner.options))
  }

  private func target() throws -> JobPlan.Target {
    let targets = try runner.plan().targets
    guard let target = targets.first(where: { $0.node.id == node.id }) else {
      preconditionFailure("a job that can run has a plan for each of its targets")
    }
    return target
  }
}

extension JobRunner {
  /// What each target of the job takes, in the order of the document.
  public var tables: [JobTable] {
    graph.vertices.indices.filter { graph.vertices[$0].node.role == .target }.map { JobTable(self, $0) }
  }
}
