import InlayBytes

extension NodeReader {
  /// Returns the path that a member holds; nothing when it is not there, or is none.
  mutating func fieldPath(_ member: String) -> FieldPath? {
    value(member).flatMap { fieldPath(in: $0, at: place(member)) }
  }

  /// Returns the path that a node cannot do without.
  mutating func requiredFieldPath(_ member: String) -> FieldPath? {
    if value(member) == nil { missing(member, expected: pathKind) }
    return fieldPath(member)
  }

  /// Returns the paths that a member lists; those that are none are left out, and reported.
  mutating func fieldPaths(_ member: String) -> [FieldPath]? {
    guard let value = value(member) else { return nil }
    guard let elements = value.array else {
      wrongKind(place(member), expected: pathsKind, value)
      return []
    }
    let place = place(member)
    return elements.enumerated().compactMap { fieldPath(in: $1, at: "\(place)[\($0)]") }
  }

  /// Returns the paths of a list that a node cannot do without, and that needs at least one.
  mutating func requiredFieldPaths(_ member: String) -> [FieldPath] {
    if let value = value(member) {
      if value.array?.isEmpty == true {
        error(member, "The member \(word(member)) needs at least one column.")
      }
    } else {
      missing(member, expected: pathsKind)
    }
    return fieldPaths(member) ?? []
  }

  /// Reports those of some paths that name fields within columns, for a node that takes whole columns alone.
  mutating func requireColumns(_ paths: [FieldPath], at member: String) {
    for (index, path) in paths.enumerated() where path.column == nil {
      error("\(member)[\(index)]", path.fieldRefusal)
    }
  }

  private var isConsole: Bool { node.origin.dialect == .console }
  private var pathKind: String { isConsole ? "a string" : "an array of strings" }
  private var pathsKind: String { isConsole ? "an array of strings" : "an array of arrays of strings" }

  private mutating func fieldPath(in value: JSONValue, at place: String) -> FieldPath? {
    // The console's paths are read when the document is; a string that is left is none.
    if isConsole, let text = value.string {
      report.error(
        place,
        "The path has an empty part or a back-tick without its partner; write a column whose name has a dot in "
          + "back-ticks, as in \"`.id`\". Found \(quoted(text)).")
      return nil
    }
    guard let parts = value.array else {
      wrongKind(place, expected: pathKind, value)
      return nil
    }
    let names = parts.compactMap(\.string)
    if names.count == parts.count, let path = FieldPath(parts: names) { return path }
    report.error(
      place, "A path lists the names from the column down, none of them empty; found \(shown(value)).")
    return nil
  }

  private func shown(_ value: JSONValue) -> String {
    printable(value.text(.compact), limit: 100)
  }
}
