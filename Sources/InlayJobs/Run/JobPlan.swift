import InlayBytes
import InlayEngine

/// A job that is ready to run: all checks are passed, headers are read, and no row is.
struct JobPlan {
  /// The rows of one target.
  struct Target {
    let node: JobNode
    let operation: any JobTarget
    /// The folder to write to.
    let folder: String
    let plan: LogicalPlan
  }

  /// The targets in the order of the document.
  private(set) var targets: [Target] = []
  /// What was found on the way that does not keep the job from running.
  let warnings: [JobFinding]

  /// Makes the plan of a graph.
  ///
  /// - Throws: `invalidJob` with all that a check found to keep the job from running.
  init(_ graph: JobGraph, locations map: LocationMap, connector: any JobConnector) throws {
    let check = JobCheck(graph, map, connector)
    if let error = InlayError(check.findings, in: graph.document.file) { throw error }
    warnings = check.findings
    for (position, vertex) in graph.vertices.enumerated() {
      guard let operation = vertex.operation as? any JobTarget, let folder = check.folders[position],
        let plan = check.plans[position]
      else { continue }
      targets.append(Target(node: vertex.node, operation: operation, folder: folder, plan: plan))
    }
  }
}
