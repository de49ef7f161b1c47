import InlayBytes

/// Builds the vertices of a graph and gathers what is wrong with them and with their connections.
struct GraphCheck {
  private(set) var vertices: [JobGraph.Vertex] = []
  private var findings: [JobFinding]
  private let nodesPlace: String

  /// Checks a document.
  ///
  /// - Parameter replaced: the files that stand for the rows of some nodes, by node id.
  init(_ document: JobDocument, replacing replaced: [String: String] = [:]) {
    findings = document.findings.filter { replaced[$0.nodeID ?? ""] == nil }
    nodesPlace = document.layout.nodesPlace
    let unreadable = Set(document.findings.filter { $0.severity == .error }.compactMap(\.nodeID))
    let positions = Dictionary(
      document.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for node in document.nodes {
      if let path = replaced[node.id] {
        vertices.append(JobGraph.Vertex(node: node, operation: ReplacedRows(path: path), inputs: []))
        continue
      }
      let operation = unreadable.contains(node.id) ? nil : checkNode(node)
      vertices.append(
        JobGraph.Vertex(node: node, operation: operation, inputs: node.inputs.map { positions[$0] }))
    }
    findings += document.parameterFindings.filter { replaced[$0.nodeID ?? ""] == nil }
    connect()
    for vertex in vertices { checkInputs(of: vertex) }
  }

  /// Reads what a node does, and holds its members against the service's model: of two findings at one place, the one
  /// about what this version does says more.
  private mutating func checkNode(_ node: JobNode) -> (any JobOperation)? {
    var reader = NodeReader(node)
    let operation = NodeCatalogue.read(&reader)
    findings += reader.report.findings
    let told = reader.report.findings.map(\.path)
    findings += ModelCheck.findings(of: node, countsInputs: operation == nil).filter { finding in
      !told.contains { $0.hasPrefix(finding.path) }
    }
    return operation
  }

  /// Returns the ids of the nodes whose rows only replaced nodes would take: nothing that is wrong with them counts.
  func leftOut(by replaced: [String: String], needed: Set<Int>) -> Set<String> {
    let positions = Dictionary(
      vertices.enumerated().map { ($1.node.id, $0) }, uniquingKeysWith: { first, _ in first })
    var leftOut: Set<String> = []
    var pending = vertices.filter { replaced[$0.node.id] != nil }.flatMap(\.node.inputs)
    while let id = pending.popLast() {
      guard let position = positions[id], !needed.contains(position), leftOut.insert(id).inserted else {
        continue
      }
      pending += vertices[position].node.inputs
    }
    return leftOut
  }

  private mutating func connect() {
    for position in vertices.indices {
      for input in Set(vertices[position].inputs.compactMap { $0 }).sorted() {
        vertices[input].consumers.append(position)
      }
    }
  }

  private mutating func checkInputs(of vertex: JobGraph.Vertex) {
    var report = NodeReport(vertex.node)
    for (index, input) in vertex.inputs.enumerated() {
      guard let input else {
        report.error(
          "Inputs[\(index)]",
          "The input is not in the document; add the node or take its id out. Found \(quoted(vertex.node.inputs[index]))."
        )
        continue
      }
      if vertices[input].operation is any JobTarget {
        report.error(
          "Inputs[\(index)]",
          "A target gives no rows; take them from the node before it. Found \(vertices[input].node.label).")
      }
    }
    if let operation = vertex.operation {
      let expected = type(of: operation).inputCount
      if !expected.contains(vertex.inputs.count) {
        report.error("Inputs", "The node needs \(Self.inputs(expected)); found \(vertex.inputs.count).")
      }
    }
    findings += report.findings
  }

  private static func inputs(_ count: ClosedRange<Int>) -> String {
    let least = count.lowerBound
    let words = least == 0 ? "no inputs" : least == 1 ? "1 input" : "\(least) inputs"
    return count.upperBound > least ? "at least \(words)" : words
  }

  /// Adds an error at a place within a node.
  mutating func error(_ position: Int, _ member: String, _ message: String) {
    var report = NodeReport(vertices[position].node)
    report.error(member, message)
    findings += report.findings
  }

  /// Adds a warning at a place within a node.
  mutating func warning(_ position: Int, _ member: String, _ message: String) {
    var report = NodeReport(vertices[position].node)
    report.warning(member, message)
    findings += report.findings
  }

  /// Adds an error about the whole document.
  mutating func error(_ message: String) {
    findings.append(JobFinding(.error, node: nil, path: nodesPlace, message))
  }

  /// Returns the findings in the order of the document's nodes; those about the whole come first.
  func sortedFindings() -> [JobFinding] {
    JobFinding.sorted(findings, by: vertices.map(\.node))
  }
}

extension JobFinding {
  /// Returns the findings in the order of the nodes they are about, and of one node in the order they were found.
  static func sorted(_ findings: [JobFinding], by nodes: [JobNode]) -> [JobFinding] {
    let positions = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = findings.enumerated().map { index, finding in
      (position: finding.nodeID.flatMap { positions[$0] } ?? -1, index: index, finding: finding)
    }
    return keyed.sorted { ($0.position, $0.index) < ($1.position, $1.index) }.map(\.finding)
  }
}
