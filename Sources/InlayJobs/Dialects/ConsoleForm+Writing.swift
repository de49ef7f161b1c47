import InlayBytes

extension ConsoleForm {
  /// Returns the console's form of a value in the API's form, of which reading gives that again.
  static func written(_ value: JSONValue, shape: String?) -> JSONValue {
    let model = ServiceModel.shared
    return switch (model.shape(shape), value) {
    case (.structure, .object(let object)): writtenStructure(object, shape)
    case (.list(let element, _), .array(let elements)):
      .array(elements.map { written($0, shape: element) })
    case (.path, .array(let parts)): writtenPath(parts)
    case (.choice, .string(let word)): .string(character(for: word, shape: shape) ?? word)
    case (nil, .object(let object)): .object(writtenMembers(object.members, shape: nil))
    case (nil, .array(let elements)): .array(elements.map { written($0, shape: nil) })
    default: value
    }
  }

  /// Returns the members under the console's names.
  static func writtenMembers(_ members: [JSONObject.Member], shape: String?) -> JSONObject {
    var result = JSONObject()
    for member in members {
      let shape = ServiceModel.shared.member(member.name, of: shape)?.shape
      result[lowerCamelCase(member.name)] = written(member.value, shape: shape)
    }
    return result
  }

  private static func writtenStructure(_ object: JSONObject, _ shape: String?) -> JSONValue {
    if shape == schema, let columns = object["Columns"]?.array {
      return .array(columns.map { written($0, shape: schemaColumn) })
    }
    var result = writtenMembers(object.members, shape: shape)
    guard shape == schemaColumn, let name = object["Name"] else { return .object(result) }
    result["name"] = nil
    var column = JSONObject()
    column["key"] = name
    column["fullPath"] = .array([name])
    for member in result.members { column[member.name] = member.value }
    return .object(column)
  }

  /// Writes a path as one string; as it is when no string says it.
  private static func writtenPath(_ parts: [JSONValue]) -> JSONValue {
    let names = parts.compactMap(\.string)
    guard names.count == parts.count, let path = FieldPath(parts: names) else { return .array(parts) }
    return .string(path.text)
  }
}
