import InlayBytes

/// Reads the members of one node, and reports those that are missing or of the wrong kind.
///
/// A reader never stops at a fault: it hands back a stand-in and goes on, so that a document's author sees all
/// faults at once. What was read is of use only when ``NodeReport/hasErrors`` is false.
struct NodeReader {
  /// What was found so far.
  var report: NodeReport

  init(_ node: JobNode) {
    report = NodeReport(node)
  }

  var node: JobNode {
    report.node
  }

  /// Returns the value of a member; `null` counts as absent, as Glue Studio writes it for what was not filled in.
  func value(_ member: String) -> JSONValue? {
    guard let value = node.members[member], !value.isNull else { return nil }
    return value
  }

  mutating func string(_ member: String) -> String? {
    guard let value = value(member) else { return nil }
    if let string = value.string { return string }
    wrongKind(member, expected: "a string", value)
    return nil
  }

  /// Returns the text of a member that a node cannot do without.
  mutating func requiredString(_ member: String) -> String {
    guard value(member) != nil else {
      missing(member, expected: "a string")
      return ""
    }
    let string = string(member)
    if string?.isEmpty == true { report.error(member, "The member \(quoted(member)) must not be empty.") }
    return string ?? ""
  }

  mutating func flag(_ member: String) -> Bool? {
    guard let value = value(member) else { return nil }
    if let flag = value.bool { return flag }
    wrongKind(member, expected: "true or false", value)
    return nil
  }

  /// Returns a whole number that is not negative, as a number or as its digits.
  mutating func count(_ member: String) -> Int? {
    guard let value = value(member) else { return nil }
    if let count = value.number?.integer ?? value.string.flatMap({ Int($0) }), count >= 0 { return count }
    wrongKind(member, expected: "a whole number that is not negative", value)
    return nil
  }

  mutating func strings(_ member: String) -> [String]? {
    value(member).map { strings(in: $0, at: member) }
  }

  /// Returns the texts of a member that a node cannot do without, and that needs at least one.
  mutating func requiredStrings(_ member: String) -> [String] {
    guard let value = value(member) else {
      missing(member, expected: "an array of strings")
      return []
    }
    if value.array?.isEmpty == true {
      report.error(member, "The member \(quoted(member)) needs at least one string.")
    }
    return strings(in: value, at: member)
  }

  /// Returns the texts of an array that stands at a place within the node.
  mutating func strings(in value: JSONValue, at place: String) -> [String] {
    guard let elements = value.array else {
      wrongKind(place, expected: "an array of strings", value)
      return []
    }
    var strings: [String] = []
    for (index, element) in elements.enumerated() {
      if let string = element.string {
        strings.append(string)
      } else {
        wrongKind("\(place)[\(index)]", expected: "a string", element)
      }
    }
    return strings
  }

  /// Reports that a member is not there, and what it should be.
  mutating func missing(_ member: String, expected: String) {
    report.error(member, "The member \(quoted(member)) is missing; it must be \(expected).")
  }

  /// Reports that a value is not of the kind that its place needs.
  mutating func wrongKind(_ place: String, expected: String, _ value: JSONValue) {
    report.error(place, "The value must be \(expected); found \(value.kind).")
  }
}
