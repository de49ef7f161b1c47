import InlayBytes

/// What a drawing says of one node.
struct NodeDescription {
  /// What a drawing tells nodes apart by.
  enum Role: String, CaseIterable {
    case source, transform, target
    /// A node that cannot run as it is, whatever it should do.
    case fault
  }

  let role: Role
  /// The name that its author gave it, without characters that would steer a terminal.
  let name: String
  /// Its id, likewise.
  let id: String
  /// What it does, a line for each thing said, its locations included.
  let summary: [String]
  /// Where it reads from or writes to.
  let locations: [String]
  /// The inputs that the document does not have.
  let missingInputs: [String]

  init(_ vertex: JobGraph.Vertex, in graph: JobGraph) {
    name = printable(vertex.node.name)
    id = printable(vertex.node.id)
    role = Self.role(of: vertex)
    locations = Self.locations(of: vertex)
    missingInputs = zip(vertex.inputs, vertex.node.inputs).filter { $0.0 == nil }.map {
      "input missing: \(printable($0.1))"
    }
    let inputs = vertex.inputs.enumerated().map { index, input in
      printable(input.map { graph.vertices[$0].node.name } ?? vertex.node.inputs[index])
    }
    summary = vertex.readyOperation?.summary(inputs: inputs) ?? [Self.complaint(about: vertex.node)]
  }

  /// What it does, without its locations.
  var actions: [String] {
    summary.filter { !locations.contains($0) } + missingInputs
  }

  private static func role(of vertex: JobGraph.Vertex) -> Role {
    switch vertex.readyOperation {
    case is any JobSource: .source
    case is any JobTarget: .target
    case is any JobStep: .transform
    default: .fault
    }
  }

  private static func locations(of vertex: JobGraph.Vertex) -> [String] {
    switch vertex.readyOperation {
    case let source as any JobSource:
      source.table.map { [printable($0.description)] } ?? source.paths.map { printable($0) }
    case let target as any JobTarget: [printable(target.path)]
    default: []
    }
  }

  private static func complaint(about node: JobNode) -> String {
    let kind = node.origin.kind.map { printable($0) }
    return "\(kind.isEmpty ? "a node without a type" : kind.joined(separator: " ")), cannot run as it is"
  }
}
