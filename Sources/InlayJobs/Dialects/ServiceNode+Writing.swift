import InlayBytes

extension ServiceNode {
  /// Returns a node as the API has it: an object under the name of its type.
  static func written(_ node: JobNode) -> JSONValue {
    var object = JSONObject()
    object[node.type] = .object(node.origin.dialect == .console ? members(of: node) : node.origin.members)
    return .object(object)
  }

  /// Returns the members of a node of the console, without those that only the console has.
  private static func members(of node: JobNode) -> JSONObject {
    let shape = ServiceModel.shared.shapeName(ofType: node.type)
    var members = JSONObject()
    members["Name"] = .string(node.name)
    for member in ServiceForm.known(node.members, shape: shape).members {
      members[member.name] = member.value
    }
    // The console takes these for granted, and the API does not.
    if node.type == "S3CsvSource" {
      members["Separator"] = members["Separator"] ?? "comma"
      members["QuoteChar"] = members["QuoteChar"] ?? "quote"
    }
    return members
  }
}

extension ServiceForm {
  /// Returns the members that the model has, as the service takes no others; all, for a type that it has not.
  static func known(_ members: JSONObject, shape: String?) -> JSONObject {
    guard case .structure? = ServiceModel.shared.shape(shape) else { return members }
    var result = JSONObject()
    for member in members.members {
      guard let found = ServiceModel.shared.member(member.name, of: shape) else { continue }
      result[member.name] = known(member.value, shape: found.shape)
    }
    return result
  }

  private static func known(_ value: JSONValue, shape: String) -> JSONValue {
    switch (ServiceModel.shared.shape(shape), value) {
    case (.structure, .object(let object)): .object(known(object, shape: shape))
    case (.list(let element, _), .array(let elements)):
      .array(elements.map { known($0, shape: element) })
    default: value
    }
  }
}
