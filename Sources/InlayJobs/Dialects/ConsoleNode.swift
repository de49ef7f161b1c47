import InlayBytes

/// Reads the nodes of the console dialect.
enum ConsoleNode {
  /// Members that say what every node of the console says, or what only its editor looks at.
  static let ownMembers: Set<String> = [
    "nodeId", "name", "generatedNodeName", "classification", "type", "inputs", "codeGenVersion",
    "dataPreview",
    "previewAmount", "parentsValid", "calculatedType", "iconUrl", "isCatalog", "streamingBatchInterval",
    "updateCatalogOptions", "runtimeParameters",
  ]

  /// Reads one node, and adds to `findings` what is wrong with the members that every node has.
  static func read(_ id: String, _ value: JSONValue, into findings: inout [JobFinding]) -> JobNode {
    let path = "dag.\(id)"
    guard let members = value.object else {
      let node = JobNode(id: id, unreadable: NodeOrigin(.console, path))
      findings.append(
        JobFinding(.error, node: node, path: path, "A node must be an object; found \(value.kind)."))
      return node
    }
    let name = members["name"]?.string ?? id
    let origin = NodeOrigin(.console, path, members: members)
    var reader = NodeReader(JobNode(id: id, name: name, unreadable: origin), members)
    let node = Self.node(id, name, members, path, &reader)
    findings += reader.report.findings
    return node
  }

  private static func node(
    _ id: String, _ name: String, _ members: JSONObject, _ path: String, _ reader: inout NodeReader
  ) -> JobNode {
    _ = reader.string("name")
    let type = reader.requiredString("type")
    let classification = reader.requiredString("classification")
    let inputs = reader.strings("inputs") ?? []
    if let nodeID = reader.string("nodeId"), nodeID != id {
      reader.report.warning(
        "nodeId", "The node is known by its key in the document; found another id: \(quoted(nodeID))")
    }
    let console = ConsoleType(classification: classification, type: type, format: members["format"]?.string)
    let known = console.serviceType(isCatalog: members["isCatalog"]?.bool ?? false)
    if known == nil, type == "S3" { reader.reportFormat(classification) }
    let hasFormat = type == "S3" && members["format"] != nil
    let origin = NodeOrigin(
      .console, path, kind: [classification, type].filter { !$0.isEmpty },
      kindMember: hasFormat ? "format" : "type",
      members: members)
    return JobNode(
      name: name, id: id, type: known ?? type,
      role: known.map(JobNode.Role.init(ofType:)) ?? JobNode.Role(classification: classification),
      inputs: inputs,
      members: canonical(members, type: known, inputs), origin: origin)
  }

  /// Returns the members in the form of the API.
  private static func canonical(_ members: JSONObject, type: String?, _ inputs: [String]) -> JSONObject {
    let shape = type.flatMap { ServiceModel.shared.shapeName(ofType: $0) }
    let hasFormat = ServiceModel.shared.member("Format", of: shape) != nil
    var result = ConsoleForm.canonicalMembers(
      members.members.filter {
        !ownMembers.contains($0.name) && ($0.name != "format" || hasFormat || shape == nil)
      }, shape: shape)
    result["Name"] = members["name"]
    let member = ServiceModel.shared.member("Inputs", of: shape)
    if member?.isRequired == true || (member != nil && !inputs.isEmpty) {
      result["Inputs"] = .array(inputs.map(JSONValue.string))
    }
    return result
  }
}

extension NodeReader {
  /// Reports that a node of files in S3 has no format, or one that the service has not.
  fileprivate mutating func reportFormat(_ classification: String) {
    guard JobNode.Role(classification: classification) != nil, classification != "Transform" else { return }
    let format = requiredString("format")
    guard !format.isEmpty else { return }
    report.error(
      "format",
      "AWS Glue has no node of this format here; choose one of \(listed(ConsoleType.formats(of: classification), limit: 20)). "
        + "Found \(quoted(format)).")
  }
}
