import InlayBytes

extension ConsoleForm {
  /// Returns the API's form of a value that the console wrote; nothing for what was not filled in.
  ///
  /// A value that does not fit its shape stays as it is, at its place, for the checks to find.
  static func canonical(_ value: JSONValue, shape: String?) -> JSONValue? {
    if value.isNull { return nil }
    switch ServiceModel.shared.shape(shape) {
    case .structure: return shape == schema ? canonicalSchema(value) : canonicalStructure(value, shape)
    case .list(let element, _): return canonicalList(value, of: element)
    case .map: return canonicalMap(value)
    case .path: return canonicalPath(value)
    case .choice: return canonicalChoice(value, shape)
    case .whole, .number, .flag: return canonicalScalar(value)
    case .text, .moment: return value
    case nil: return canonicalUnknown(value)
    }
  }

  private static func canonicalStructure(_ value: JSONValue, _ shape: String?) -> JSONValue {
    guard let object = value.object else { return value }
    return .object(canonicalMembers(object.members, shape: shape))
  }

  /// Returns the members in the API's form.
  static func canonicalMembers(_ members: [JSONObject.Member], shape: String?) -> JSONObject {
    var result = JSONObject()
    for member in members {
      var name = upperCamelCase(member.name)
      if shape == schemaColumn, member.name == "key" { name = "Name" }
      // One value of several may stand without its list.
      if name == "Value", shape.map(severalValued.contains) == true, member.value.string != nil {
        result[name] = .array([member.value])
      } else {
        result[name] = canonical(member.value, shape: ServiceModel.shared.member(name, of: shape)?.shape)
      }
    }
    return result
  }

  private static let severalValued: Set<String> = ["FilterValue", "TransformConfigParameter"]

  private static func canonicalList(_ value: JSONValue, of element: String) -> JSONValue {
    guard let elements = value.array else { return value }
    return .array(elements.map { canonical($0, shape: element) ?? .null })
  }

  private static func canonicalMap(_ value: JSONValue) -> JSONValue {
    guard let object = value.object else { return value }
    var result = JSONObject()
    for member in object.members where !member.value.isNull { result[member.name] = member.value }
    return .object(result)
  }

  private static func canonicalPath(_ value: JSONValue) -> JSONValue {
    guard let path = value.string.flatMap({ FieldPath($0) }) else { return value }
    return .array(path.parts.map(JSONValue.string))
  }

  private static func canonicalChoice(_ value: JSONValue, _ shape: String?) -> JSONValue? {
    guard let words = shape.flatMap({ words[$0] }) else {
      guard let text = value.string, case .choice(let choices)? = ServiceModel.shared.shape(shape) else {
        return value
      }
      // The editor's forms offer nothing as a choice, under two names.
      if text.isEmpty || text == "none", !choices.contains(text) { return nil }
      return value
    }
    if let word = value.number?.integer.flatMap({ words[String($0)] }) { return .string(word) }
    guard let text = value.string else { return value }
    if text.isEmpty { return words[""].map(JSONValue.string) }
    return .string(words[text] ?? text)
  }

  /// A number or a truth value that was typed into a form may be a string, or an empty one.
  private static func canonicalScalar(_ value: JSONValue) -> JSONValue? {
    guard let text = value.string else { return value }
    if text.isEmpty { return nil }
    return Int(text).map { .number(JSONNumber($0)) } ?? value
  }

  /// A schema is a list of columns to the console.
  private static func canonicalSchema(_ value: JSONValue) -> JSONValue {
    guard let columns = value.array else { return value }
    var object = JSONObject()
    object["Columns"] = .array(columns.map { canonicalStructure($0, schemaColumn) })
    return .object(object)
  }

  /// What the model has not may be anything; its names are brought into the one form.
  private static func canonicalUnknown(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object): .object(canonicalMembers(object.members, shape: nil))
    case .array(let elements): .array(elements.map { canonical($0, shape: nil) ?? .null })
    default: value
    }
  }
}

extension ConsoleForm {
  /// The characters that the console writes where the API has words, by shape.
  private static let words: [String: [String: String]] = [
    "Separator": [
      ",": "comma", "\u{1}": "ctrla", "\\u0001": "ctrla", "|": "pipe", ";": "semicolon", "\t": "tab",
      "\\t": "tab",
    ],
    "QuoteChar": [
      "\"": "quote", "'": "single_quote", "-1": "disabled", "": "disabled", "«": "quillemet",
    ],
  ]

  /// Returns the character that the console writes for a word of the API.
  static func character(for word: String, shape: String?) -> String? {
    let characters = ["comma": ",", "ctrla": "\u{1}", "pipe": "|", "semicolon": ";", "tab": "\t"]
    let quotes = ["quote": "\"", "single_quote": "'", "disabled": "-1", "quillemet": "quillemet"]
    switch shape {
    case "Separator": return characters[word]
    case "QuoteChar": return quotes[word]
    default: return nil
    }
  }
}
