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
  let warnings: [JobFinding]

  /// Makes the plan of a graph.
  ///
  /// - Throws: `invalidJob` with all that keeps the job from running, found in three steps: in the document, in the
  ///   places it names, in the columns of its sources. A later step is of use only when the ones before found nothing.
  init(_ graph: JobGraph, locations map: LocationMap, connector: any JobConnector) throws {
    try graph.requireRunnable()
    let locations = JobLocations(graph, map)
    try Self.pass(locations.findings, of: graph)
    let sources = JobSources(graph, locations, connector)
    try Self.pass(sources.findings, of: graph)
    let columns = graph.columns(ofSources: sources.columns(of: graph))
    try Self.pass(columns.findings, of: graph)
    warnings = JobFinding.sorted(
      graph.findings + locations.findings + columns.findings, by: graph.document.nodes)

    let plans = try Self.plans(of: graph, sources)
    for (position, vertex) in graph.vertices.enumerated() {
      guard let operation = vertex.operation as? any JobTarget, let folder = locations.folders[position],
        let plan = plans[position]
      else { continue }
      targets.append(Target(node: vertex.node, operation: operation, folder: folder, plan: plan))
    }
  }

  private static func pass(_ findings: [JobFinding], of graph: JobGraph) throws {
    if let error = InlayError(findings, in: graph.document.file) { throw error }
  }

  /// Returns the plan that gives the rows of each node, or that a target takes.
  private static func plans(of graph: JobGraph, _ sources: JobSources) throws -> [Int: LogicalPlan] {
    var plans: [Int: LogicalPlan] = [:]
    for position in graph.order where graph.needed.contains(position) {
      let vertex = graph.vertices[position]
      let inputs = vertex.inputs.compactMap { $0 }.compactMap { plans[$0] }
      switch vertex.operation {
      case let source as any JobSource:
        plans[position] = sources.opened[position].map { scan($0, of: source, label: vertex.node.label) }
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

/// The sources of a job, opened.
struct JobSources {
  /// The sources by the position of their node.
  private(set) var opened: [Int: any BatchSource] = [:]
  /// What keeps a source from being opened.
  private(set) var findings: [JobFinding] = []

  init(_ graph: JobGraph, _ locations: JobLocations, _ connector: any JobConnector) {
    for (position, files) in locations.files.sorted(by: { $0.key < $1.key }) {
      let vertex = graph.vertices[position]
      guard let source = vertex.operation as? any JobSource else { continue }
      do {
        let opened = try connector.open(source, files: files.map(\.path))
        self.opened[position] = LocatedSource(source: opened, node: vertex.node.label)
      } catch {
        var report = NodeReport(vertex.node)
        report.error("paths", "\(error)")
        findings += report.findings
      }
    }
  }

  /// The names of the columns of each source, by node id.
  func columns(of graph: JobGraph) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for (position, opened) in opened {
      let vertex = graph.vertices[position]
      guard let source = vertex.operation as? any JobSource else { continue }
      columns[vertex.node.id] = source.columnNames(of: opened.schema)
    }
    return columns
  }
}
