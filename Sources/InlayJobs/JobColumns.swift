import InlayBytes

/// The columns at every node of a job, known once the columns of its sources are.
public struct JobColumns: Sendable {
  /// What does not fit together, in the order of the document: a key that no input has, a name that occurs twice.
  public let findings: [JobFinding]
  /// The names of the columns that each node gives, by node id; a node behind a fault is not in it.
  public let names: [String: [String]]
}

extension JobGraph {
  /// Follows the columns of the sources through the graph, before any row is read.
  ///
  /// - Parameter sources: the names of the columns of each source, by node id. What hangs on a source that is not
  ///   in it is left out.
  /// - Complexity: linear in the number of nodes times columns.
  public func columns(ofSources sources: [String: [String]]) -> JobColumns {
    var flow = ColumnFlow(graph: self)
    for position in order { flow.follow(position, sources) }
    return JobColumns(
      findings: JobFinding.sorted(flow.findings, by: vertices.map(\.node)), names: flow.namesByID())
  }
}

/// Follows columns through a graph, node by node.
private struct ColumnFlow {
  let graph: JobGraph
  var findings: [JobFinding] = []
  var names: [Int: [String]] = [:]

  init(graph: JobGraph) {
    self.graph = graph
  }

  mutating func follow(_ position: Int, _ sources: [String: [String]]) {
    let vertex = graph.vertices[position]
    var report = NodeReport(vertex.node)
    let output: [String]?
    switch vertex.readyOperation {
    case is any JobSource:
      output = sources[vertex.node.id]
      if let output { Self.checkSource(output, &report) }
    case let transform as any JobTransform:
      output = inputs(of: vertex).map { transform.columns(of: $0, reporting: &report) }
    case is any JobTarget:
      output = inputs(of: vertex)?.first?.names
    default:
      output = nil
    }
    findings += report.findings
    if !report.hasErrors { names[position] = output }
  }

  func namesByID() -> [String: [String]] {
    Dictionary(
      names.map { (graph.vertices[$0.key].node.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what the node sees of its inputs; nothing when the columns of one are not known.
  private func inputs(of vertex: JobGraph.Vertex) -> [InputColumns]? {
    var inputs: [InputColumns] = []
    for case let position? in vertex.inputs {
      guard let names = names[position] else { return nil }
      inputs.append(InputColumns(label: graph.vertices[position].node.label, names: names))
    }
    return inputs.count == vertex.inputs.count ? inputs : nil
  }

  private static func checkSource(_ names: [String], _ report: inout NodeReport) {
    if names.isEmpty { report.error("paths", "The files are empty, so the source has no columns.") }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      report.error("paths", "The header names two columns alike; rename one of them. Found \(quoted(name)).")
    }
  }
}
