public import InlayBytes

/// One node of a visual job: what the document says of it, before it is known whether that makes sense.
public struct JobNode: Hashable, Sendable {
  /// The name its author gave it; the id when the document has none.
  public let name: String
  /// Its key in the document, by which other nodes name it.
  public let id: String
  /// What it does, in the document's words: `S3`, `Join`, `DropFields`.
  public let type: String
  /// Its role, in the document's words: `DataSource`, `Transform` or `DataSink`.
  public let classification: String
  /// The ids of the nodes whose rows it takes, in order.
  public let inputs: [String]
  /// Everything the document says of it, members unknown to this version included.
  public let members: JSONObject
}

extension JobNode {
  /// The name and id, as a message names the node.
  public var label: String {
    Self.label(name: name, id: id)
  }

  static func label(name: String, id: String) -> String {
    "\(printable(name)) (\(printable(id)))"
  }

  /// The place of the node in the document.
  var path: String {
    "dag.\(id)"
  }
}

extension JobNode {
  /// Reads the members that every node has, and adds to `findings` what is wrong with them.
  static func read(_ id: String, _ value: JSONValue, into findings: inout [JobFinding]) -> JobNode {
    guard let members = value.object else {
      let node = JobNode(name: id, id: id, type: "", classification: "", inputs: [], members: JSONObject())
      findings.append(
        JobFinding(.error, node: node, path: node.path, "A node must be an object; found \(value.kind)."))
      return node
    }
    let name = members["name"]?.string ?? id
    let blank = JobNode(name: name, id: id, type: "", classification: "", inputs: [], members: members)
    var reader = NodeReader(blank)
    _ = reader.string("name")
    let node = JobNode(
      name: name, id: id, type: reader.requiredString("type"),
      classification: reader.requiredString("classification"), inputs: reader.strings("inputs") ?? [],
      members: members)
    if let nodeID = reader.string("nodeId"), nodeID != id {
      reader.report.warning(
        "nodeId", "The node is known by its key in the document; found another id: \(quoted(nodeID))")
    }
    findings += reader.report.findings
    return node
  }
}
