import InlayBytes

/// What a script is made of: a node in the form of the service's API, with members that are read leniently, as the
/// graph has checked them.
struct ExportNode {
  let node: JobNode
  /// The name that its rows, or its tables, have in the script.
  let variable: String
  /// The names that the nodes it takes rows from have.
  let inputs: [String]

  var name: String { node.name }
  var type: String { node.type }

  func text(_ member: String) -> String? { Self.text(node.members[member]) }
  func texts(_ member: String) -> [String] { Self.texts(node.members[member]) }
  func flag(_ member: String) -> Bool? { node.members[member]?.bool }
  func number(_ member: String) -> Int? { Self.number(node.members[member]) }
  func object(_ member: String) -> JSONObject? { node.members[member]?.object }
  func objects(_ member: String) -> [JSONObject] { Self.objects(node.members[member]) }
  func path(_ member: String) -> [String] { Self.path(node.members[member]) }
  func paths(_ member: String) -> [[String]] { Self.paths(node.members[member]) }
}

extension ExportNode {
  static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string, !text.isEmpty else { return nil }
    return text
  }

  static func texts(_ value: JSONValue?) -> [String] {
    value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
  }

  /// Returns a whole number, which a document may have as a text.
  static func number(_ value: JSONValue?) -> Int? {
    value?.number?.integer.flatMap { Int(exactly: $0) } ?? value?.string.flatMap { Int($0) }
  }

  static func objects(_ value: JSONValue?) -> [JSONObject] { value?.array?.compactMap(\.object) ?? [] }

  /// Returns the names of a path from the column down.
  static func path(_ value: JSONValue?) -> [String] {
    if let text = value?.string { return FieldPath(text)?.parts ?? [text] }
    return texts(value)
  }

  static func paths(_ value: JSONValue?) -> [[String]] {
    (value?.array ?? []).map { path($0) }.filter { !$0.isEmpty }
  }
}
