/// How the console writes the values that the API has: the same members with small first letters, and a path to a column
/// as one string.
enum ConsoleForm {}

extension ConsoleForm {
  /// Returns the place that a place in the API's form has in the console's, both from the node on.
  static func place(_ place: String, shape: String?) -> String {
    var scanner = PlaceScanner(rest: Substring(place), shape: shape)
    var result = ""
    while let step = scanner.next() {
      if !result.isEmpty, step.first != "[" { result += "." }
      result += step
    }
    return result
  }
}

/// Goes along a place in the API's form, step by step, and says what the console calls each.
private struct PlaceScanner {
  var rest: Substring
  var shape: String?
  private let model = ServiceModel.shared

  init(rest: Substring, shape: String?) {
    self.rest = rest
    self.shape = shape
  }

  mutating func next() -> Substring? {
    while !rest.isEmpty {
      if let step = rest.first == "[" ? nextIndex() : nextMember() { return step }
    }
    return nil
  }

  /// Takes an index; nothing when the console has no such step, as the parts of a path are one string to it.
  private mutating func nextIndex() -> Substring? {
    let end = rest.firstIndex(of: "]").map { rest.index(after: $0) } ?? rest.endIndex
    let index = rest[..<end]
    rest = rest[end...]
    switch model.shape(shape) {
    case .path: return nil
    case .list(let element, _):
      shape = element
      return index
    default: return index
    }
  }

  private mutating func nextMember() -> Substring? {
    if rest.first == "." { rest.removeFirst() }
    if case .map? = model.shape(shape) {
      defer { rest = "" }
      return rest
    }
    let name = rest.prefix { $0 != "." && $0 != "[" }
    rest = rest[name.endIndex...]
    let member = upperCamelCase(String(name))
    defer { shape = model.member(member, of: shape)?.shape }
    // The console has the columns of a schema as a list, and calls a column's name its key.
    if shape == ConsoleForm.schema, member == "Columns" { return nil }
    if shape == ConsoleForm.schemaColumn, member == "Name" { return "key" }
    return Substring(lowerCamelCase(member))
  }
}

extension ConsoleForm {
  static let schema = "GlueSchema"
  static let schemaColumn = "GlueStudioSchemaColumn"
}
