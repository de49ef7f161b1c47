import InlayBytes
import InlayColumns
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
  private(set) var warnings: [JobFinding]
  private let graph: JobGraph
  private let sources: [Int: LogicalPlan]
  private let folders: [Int: String]
  private var flow: JobFlow

  /// Makes the plan of a graph.
  ///
  /// - Throws: `invalidJob` with all that a check found to keep the job from running.
  init(_ graph: JobGraph, locations map: LocationMap, connector: any JobConnector) throws {
    let check = JobCheck(graph, map, connector)
    if let error = InlayError(check.findings, in: graph.document.file) { throw error }
    warnings = check.findings
    self.graph = graph
    sources = check.sources
    folders = check.folders
    flow = check.flow
    try setTargets()
  }

  /// Reads what some nodes must know of their rows before it is known which columns they give.
  ///
  /// - Parameter read: gives the rows of a plan.
  /// - Throws: What `read` throws, and `invalidJob` with all that does not fit when the columns are known.
  mutating func survey(_ read: (LogicalPlan) throws -> [RecordBatch]) throws {
    var surveys: [Int: [RecordBatch]] = [:]
    while case let open = flow.openSurveys.filter({ graph.needed.contains($0.key) }), !open.isEmpty {
      for (position, plan) in open.sorted(by: { $0.key < $1.key }) {
        surveys[position] = try located(graph.vertices[position].node.label) { try read(plan) }
      }
      flow = JobFlow(graph, sources: sources, surveys: surveys)
      if let error = InlayError(flow.findings, in: graph.document.file) { throw error }
    }
    guard !surveys.isEmpty else { return }
    warnings = JobFinding.sorted(graph.findings + flow.findings, by: graph.document.nodes)
    try setTargets()
  }

  private mutating func setTargets() throws {
    targets = try graph.vertices.enumerated().compactMap { position, vertex in
      guard let writer = vertex.operation?.writer, let folder = folders[position],
        var plan = flow.plans[position]
      else { return nil }
      if let tap = vertex.operation as? any JobTap {
        plan = try tap.sample(of: plan, label: vertex.node.label)
      }
      return Target(node: vertex.node, operation: writer, folder: folder, plan: plan)
    }
  }
}
