public import InlayBytes

/// The languages that a job can be written in as a script.
public enum JobScript: String, Hashable, Sendable, CaseIterable {
  /// Python for plain Apache Spark, 3.3 and later.
  case pyspark
  /// Python for AWS Glue, in the form that Glue Studio gives its own scripts.
  case glue
}

extension JobGraph {
  /// Writes the job as a script.
  ///
  /// - Throws: `invalidJob` with everything that keeps the job from being written: what is wrong with the document, and
  ///   the nodes that the language has no counterpart for.
  public func script(in language: JobScript) throws(InlayError) -> String {
    switch language {
    case .pyspark: try PySparkScript(self).text
    case .glue: try GlueScript(self).text
    }
  }
}

/// The nodes that a script is made of, each after those it takes rows from.
struct ExportedNodes {
  private(set) var nodes: [ExportNode] = []

  /// Gives the nodes at some positions names, and checks that the script can have all of them.
  ///
  /// - Parameters:
  ///   - types: the types that the language has a counterpart for.
  ///   - carried: those that the language runs though this version does not, so that what the graph says against
  ///     them does not count, unless it cannot be read at all.
  init(
    _ graph: JobGraph, types: Set<String>, carried: Set<String>, language: JobScript,
    naming: (JobNode) -> String
  ) throws(InlayError) {
    try Self.requireFlow(of: graph)
    let faults = Set(graph.document.findings)
    var findings = graph.findings.filter { finding in
      finding.severity == .error
        && (faults.contains(finding) || !carried.contains(Self.type(of: finding, in: graph)))
    }
    let known = Set(findings.compactMap(\.nodeID))
    for vertex in graph.vertices where !types.contains(vertex.node.type) && !known.contains(vertex.node.id) {
      findings.append(Self.refusal(of: vertex.node, language))
    }
    if let error = InlayError(JobFinding.sorted(findings, by: graph.document.nodes), in: graph.document.file)
    {
      throw error
    }
    let written = Self.writtenNodes(of: graph.document)
    var names: [Int: String] = [:]
    for position in graph.order {
      let vertex = graph.vertices[position]
      let name = naming(vertex.node)
      names[position] = name
      nodes.append(
        ExportNode(
          node: written[vertex.node.id] ?? vertex.node, variable: name,
          inputs: vertex.inputs.compactMap { $0.flatMap { names[$0] } }))
    }
  }

  /// Returns the nodes as the document has them, by id: parameters stay parameters, for each run of the script to give.
  private static func writtenNodes(of document: JobDocument) -> [String: JobNode] {
    var findings: [JobFinding] = []
    let nodes = document.layout.nodes.members.map { document.layout.read($0.name, $0.value, into: &findings) }
    return Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Lets only a graph through whose rows flow from sources to targets, whoever runs it.
  private static func requireFlow(of graph: JobGraph) throws(InlayError) {
    let isWhole = graph.vertices.allSatisfy { !$0.inputs.contains(nil) }
    if graph.order.count < graph.vertices.count || !isWhole { try graph.requireRunnable() }
  }

  private static func type(of finding: JobFinding, in graph: JobGraph) -> String {
    graph.document.nodes.first { $0.id == finding.nodeID }?.type ?? ""
  }

  private static func refusal(of node: JobNode, _ language: JobScript) -> JobFinding {
    var report = NodeReport(node)
    let reason =
      switch language {
      case .pyspark: "A node of this type cannot be written for Spark; take it out, or do its work elsewhere."
      case .glue: "This version cannot write a node of this type as a script; keep the node in Glue."
      }
    report.error("", "\(reason) Found \(quoted(node.type)).")
    return report.findings[0]
  }
}
