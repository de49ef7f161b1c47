import InlayBytes

/// Reads the nodes of the API dialect, each an object under the name of its type.
enum ServiceNode {
  /// The member that holds the nodes.
  static let nodesMember = "CodeGenConfigurationNodes"

  /// Returns the place of a node in the document.
  static func path(of id: String, type: String, nodes: String = nodesMember) -> String {
    nodes.isEmpty ? "\(id).\(type)" : "\(nodes).\(id).\(type)"
  }

  /// Reads one node, and adds to `findings` what is wrong with the members that every node has.
  static func read(
    _ id: String, _ value: JSONValue, nodes: String, dialect: JobDialect, into findings: inout [JobFinding]
  ) -> JobNode {
    guard let member = typeMember(of: value), let members = member.value.object else {
      let path = nodes.isEmpty ? id : "\(nodes).\(id)"
      let node = JobNode(id: id, unreadable: NodeOrigin(dialect, path))
      findings.append(JobFinding(.error, node: node, path: path, complaint(about: value)))
      return node
    }
    let origin = NodeOrigin(
      dialect, path(of: id, type: member.name, nodes: nodes), kind: [member.name], members: members)
    let name = members["Name"]?.string ?? id
    let canonical = ServiceForm.canonicalMembers(
      members, shape: ServiceModel.shared.shapeName(ofType: member.name))
    func node(_ inputs: [String]) -> JobNode {
      JobNode(
        name: name, id: id, type: member.name, role: JobNode.Role(ofType: member.name), inputs: inputs,
        members: canonical, origin: origin)
    }
    var reader = NodeReader(node([]))
    _ = reader.string("Name")
    let inputs = reader.strings("Inputs") ?? []
    findings += reader.report.findings
    return node(inputs)
  }

  /// Returns the one member whose name is the node's type; those without a value do not count.
  private static func typeMember(of value: JSONValue) -> JSONObject.Member? {
    let members = value.object?.members.filter { !$0.value.isNull } ?? []
    return members.count == 1 ? members[0] : nil
  }

  private static func complaint(about value: JSONValue) -> String {
    let expected =
      "A node must be an object with one member, whose name is its type and whose value is an object"
    guard let object = value.object else { return "\(expected); found \(value.kind)." }
    if object.members.isEmpty { return "\(expected); the object is empty." }
    if object.members.count == 1 { return "\(expected); the value is \(object.members[0].value.kind)." }
    return "\(expected); found the members \(listed(object.members.map(\.name)))."
  }
}
