import InlayBytes
import InlayColumns
import InlayEngine
import InlayStorage

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
    let plans = try Self.plans(of: graph, check.sources)
    for (position, vertex) in graph.vertices.enumerated() {
      guard let operation = vertex.operation as? any JobTarget, let folder = check.folders[position],
        let plan = plans[position]
      else { continue }
      targets.append(Target(node: vertex.node, operation: operation, folder: folder, plan: plan))
    }
  }

  /// Returns the plan that gives the rows of each node, or that a target takes.
  private static func plans(of graph: JobGraph, _ sources: [Int: any BatchSource]) throws -> [Int:
    LogicalPlan]
  {
    var plans: [Int: LogicalPlan] = [:]
    for position in graph.order where graph.needed.contains(position) {
      let vertex = graph.vertices[position]
      let inputs = vertex.inputs.compactMap { $0 }.compactMap { plans[$0] }
      switch vertex.operation {
      case let source as any JobSource:
        plans[position] = sources[position].map { scan($0, of: source, label: vertex.node.label) }
      case let transform as any JobTransform:
        plans[position] = try located(vertex.node.label) {
          try transform.plan(of: inputs, label: vertex.node.label)
        }
      default: plans[position] = inputs.first
      }
    }
    return plans
  }
}

extension JobPlan {
  /// Reads a source, under the names that its node gives the columns.
  private static func scan(_ opened: any BatchSource, of source: any JobSource, label: String) -> LogicalPlan
  {
    let plan = LogicalPlan.scan(opened, label: label)
    let names = source.columnNames(of: opened.schema)
    guard names != opened.schema.names else { return plan }
    return plan.projecting(Array(names.indices), names: names, label: label)
  }
}
