public import InlayBytes

/// One node of a visual job: what the document says of it, before it is known whether that makes sense.
///
/// Whatever the dialect of its document, a node has the form of the service's API: its type by the API's name, its
/// members by theirs, a path to a column as the list of its names.
public struct JobNode: Hashable, Sendable {
  /// What a node does with rows.
  public enum Role: String, Hashable, Sendable {
    /// It makes them of files or tables.
    case source
    /// It makes them of other nodes' rows.
    case transform
    /// It writes them.
    case target
  }

  /// The name its author gave it; the id when the document has none.
  public let name: String
  /// Its key in the document, by which other nodes name it.
  public let id: String
  /// What it does, by the API's name: `S3CsvSource`, `Join`, `DropFields`; the document's own word for what the API has
  /// not.
  public let type: String
  /// What it does with rows; nothing when the document does not say.
  public let role: Role?
  /// The ids of the nodes whose rows it takes, in order.
  public let inputs: [String]
  /// Its members in the form of the API, those unknown to this version included.
  public let members: JSONObject
  /// Where it stands in the document.
  let origin: NodeOrigin
}

extension JobNode {
  /// Makes a node for a document that is written in Swift.
  ///
  /// - Parameters:
  ///   - id: Its key in the document; Glue Studio's are `node-` and a number.
  ///   - name: The name that people see.
  ///   - type: The API's name of the type, such as `Join`.
  ///   - inputs: The ids of the nodes whose rows it takes.
  ///   - members: Its further members, in the form of the API.
  public init(
    id: String, name: String, type: String, inputs: [String] = [], members: JSONObject = JSONObject()
  ) {
    var all = JSONObject()
    all["Name"] = .string(name)
    if !inputs.isEmpty {
      all["Inputs"] = .array(inputs.map(JSONValue.string))
    }
    for member in members.members { all[member.name] = member.value }
    self.init(
      name: name, id: id, type: type, role: Role(ofType: type), inputs: inputs, members: all,
      origin: NodeOrigin(.api, ServiceNode.path(of: id, type: type), kind: [type], members: all))
  }

  /// Makes what stands for a node that cannot be read.
  init(id: String, name: String? = nil, unreadable origin: NodeOrigin) {
    self.init(
      name: name ?? id, id: id, type: "", role: nil, inputs: [], members: JSONObject(), origin: origin)
  }
}

extension JobNode {
  /// The name and id, as a message names the node.
  public var label: String {
    Self.label(name: name, id: id)
  }

  static func label(name: String, id: String) -> String {
    "\(printable(name)) (\(printable(id)))"
  }

  /// Returns the place in the document of a place within the node in the API's form, such as `Columns[0].Keys`; of the
  /// node itself when it is empty.
  func path(of place: String = "") -> String {
    origin.path(of: place, type: type)
  }
}
