import InlayBytes

/// How documents of the API write the values of a node: as the model says, up to what people and tools make of it.
enum ServiceForm {
  /// Returns the members with names as the model has them, and the names of columns without back-ticks around them.
  static func canonicalMembers(_ members: JSONObject, shape: String?) -> JSONObject {
    var result = JSONObject()
    for member in members.members where !member.value.isNull {
      let known =
        ServiceModel.shared.member(member.name, of: shape)
        ?? ServiceModel.shared.member(upperCamelCase(member.name), of: shape)
      result[known?.name ?? member.name] = canonical(member.value, shape: known?.shape)
    }
    return result
  }

  private static func canonical(_ value: JSONValue, shape: String?) -> JSONValue {
    switch (ServiceModel.shared.shape(shape), value) {
    case (.structure, .object(let object)): .object(canonicalMembers(object, shape: shape))
    case (.list(let element, _), .array(let elements)):
      .array(elements.map { canonical($0, shape: element) })
    case (.path, .array(let parts)): .array(parts.map(unquoted))
    default: value
    }
  }

  /// Takes the back-ticks off a name that stands in them as a whole, as the console would write it.
  private static func unquoted(_ part: JSONValue) -> JSONValue {
    guard let text = part.string, text.first == "`", let path = FieldPath(text), let name = path.column else {
      return part
    }
    return .string(name)
  }
}
