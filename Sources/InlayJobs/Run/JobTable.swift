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
  /// The folder on this machine that the target writes to.
  public let folder: String
  /// How it writes files there.
  public let output: OutputOptions
  private let runner: JobRunner

  fileprivate init(_ runner: JobRunner, _ position: Int, _ target: JobPlan.Target) {
    let graph = runner.graph
    node = target.node
    var needed: Set<Int> = []
    var waiting = graph.vertices[position].inputs.compactMap { $0 }
    while let next = waiting.popLast() {
      if needed.insert(next).inserted { waiting += graph.vertices[next].inputs.compactMap { $0 } }
    }
    nodes = needed.sorted().map { graph.vertices[$0].node }
    folder = target.folder
    output = target.operation.output(runner.options)
    self.runner = runner
  }

  /// Returns the plan that makes the rows of the files as they are now; reads headers, and where the columns that a node
  /// gives depend on its rows, those.
  ///
  /// - Throws: `invalidJob` with every error that keeps the job from running.
  public func plan() throws -> LogicalPlan {
    var plan = try runner.plan()
    try runner.survey(&plan)
    guard let target = plan.targets.first(where: { $0.node.id == node.id }) else {
      preconditionFailure("a job that can run has a plan for each of its targets")
    }
    return target.plan
  }
}

extension JobRunner {
  /// Returns what each target of the job takes, in the order of the document; reads headers and nothing more.
  ///
  /// - Throws: `invalidJob` with every error that keeps the job from running.
  public func tables() throws -> [JobTable] {
    let targets = try plan().targets
    return graph.vertices.indices.compactMap { position in
      let target = targets.first { $0.node.id == graph.vertices[position].node.id }
      return target.map { JobTable(self, position, $0) }
    }
  }
}
