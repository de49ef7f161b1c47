import InlayBytes

/// Reads the members of one node in the form of the API, and reports those that are missing or of the wrong kind.
///
/// A reader never stops at a fault: it hands back a stand-in and goes on, so that a document's author sees all
/// faults at once. What was read is of use only when ``NodeReport/hasErrors`` is false.
struct NodeReader {
  /// What was found so far.
  var report: NodeReport
  /// The object whose members are read: the node, or one within it.
  private var object: JSONObject
  /// The place of that object in the node, with a dot at its end.
  private var prefix = ""

  /// Makes a reader of a node's members.
  init(_ node: JobNode) {
    self.init(node, node.members)
  }

  /// Makes a reader of members that stand in the place of a node.
  init(_ node: JobNode, _ members: JSONObject) {
    report = NodeReport(node)
    object = members
  }

  var node: JobNode {
    report.node
  }

  /// Returns the place in the node of a member of the object that is read.
  func place(_ member: String) -> String {
    prefix + member
  }

  /// Returns a member's name as a message shows it, in the words of the node's document.
  func word(_ member: String) -> String {
    quoted(node.origin.dialect.name(of: member))
  }

  /// Returns the value of a member; `null` counts as absent, as Glue Studio writes it for what was not filled in.
  func value(_ member: String) -> JSONValue? {
    guard let value = object[member], !value.isNull else { return nil }
    return value
  }

  /// Reads the objects of a list with `body`, which sees their members in place of the node's, and their index.
  ///
  /// Returns nothing when the member is not there, or is no list.
  mutating func objects<Result>(
    _ member: String, _ body: (inout NodeReader, Int) -> Result?
  ) -> [Result]? {
    guard let value = value(member) else { return nil }
    guard let elements = value.array else {
      wrongKind(place(member), expected: "an array", value)
      return nil
    }
    var results: [Result] = []
    for (index, element) in elements.enumerated() {
      guard let object = element.object else {
        wrongKind("\(place(member))[\(index)]", expected: "an object", element)
        continue
      }
      let (outer, outerPrefix) = (self.object, prefix)
      (self.object, prefix) = (object, "\(place(member))[\(index)].")
      if let result = body(&self, index) { results.append(result) }
      (self.object, prefix) = (outer, outerPrefix)
    }
    return results
  }
}

extension NodeReader {
  mutating func string(_ member: String) -> String? {
    guard let value = value(member) else { return nil }
    if let string = value.string { return string }
    wrongKind(place(member), expected: "a string", value)
    return nil
  }

  /// Returns the text of a member that a node cannot do without.
  mutating func requiredString(_ member: String) -> String {
    guard value(member) != nil else {
      missing(member, expected: "a string")
      return ""
    }
    let string = string(member)
    if string?.isEmpty == true { error(member, "The member \(word(member)) must not be empty.") }
    return string ?? ""
  }

  mutating func flag(_ member: String) -> Bool? {
    guard let value = value(member) else { return nil }
    if let flag = value.bool { return flag }
    wrongKind(place(member), expected: "true or false", value)
    return nil
  }

  mutating func count(_ member: String) -> Int? {
    guard let value = value(member) else { return nil }
    if let count = value.number?.integer ?? value.string.flatMap({ Int($0) }), count >= 0 { return count }
    wrongKind(place(member), expected: "a whole number that is not negative", value)
    return nil
  }

  mutating func strings(_ member: String) -> [String]? {
    value(member).map { strings(in: $0, at: place(member)) }
  }

  /// Returns the texts of a member that a node cannot do without, and that needs at least one.
  mutating func requiredStrings(_ member: String) -> [String] {
    guard let value = value(member) else {
      missing(member, expected: "an array of strings")
      return []
    }
    if value.array?.isEmpty == true {
      error(member, "The member \(word(member)) needs at least one string.")
    }
    return strings(in: value, at: place(member))
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
}

extension NodeReader {
  /// Reports an error at a member of the object that is read.
  mutating func error(_ member: String, _ message: String) {
    report.error(place(member), message)
  }

  /// Reports a warning at a member of the object that is read.
  mutating func warning(_ member: String, _ message: String) {
    report.warning(place(member), message)
  }

  /// Reports that a member is not there, and what it should be.
  mutating func missing(_ member: String, expected: String) {
    error(member, "The member \(word(member)) is missing; it must be \(expected).")
  }

  /// Reports that a value is not of the kind that its place in the node needs.
  mutating func wrongKind(_ place: String, expected: String, _ value: JSONValue) {
    report.error(place, "The value must be \(expected); found \(value.shownKind).")
  }
}
