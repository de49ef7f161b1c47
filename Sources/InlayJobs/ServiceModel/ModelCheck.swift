import InlayBytes

/// Holds the members of a node against the service's model.
///
/// The API takes only what the model allows. The console keeps what is half filled in, and formats that its scripts know
/// and the model has not; there only a value of the wrong kind is an error.
struct ModelCheck {
  private var report: NodeReport
  private let model = ServiceModel.shared
  private let isConsole: Bool

  /// A node with more faults than this is not what anybody reads on about.
  private static let maximumFindings = 100

  /// Returns what is wrong with a node.
  ///
  /// - Parameter countsInputs: Whether the number of inputs is held against the model, too.
  static func findings(of node: JobNode, countsInputs: Bool) -> [JobFinding] {
    guard let shape = ServiceModel.shared.shapeName(ofType: node.type) else { return [] }
    var check = ModelCheck(node)
    var members = node.members
    if !countsInputs { members["Inputs"] = nil }
    check.check(members, shape, "", isComplete: countsInputs)
    return Array(check.report.findings.prefix(maximumFindings))
  }

  private init(_ node: JobNode) {
    report = NodeReport(node)
    isConsole = node.origin.dialect == .console
  }

  private mutating func check(_ object: JSONObject, _ shape: String, _ place: String, isComplete: Bool = true)
  {
    guard case .structure(let members)? = model.shape(shape) else { return }
    for member in object.members where !member.value.isNull {
      if let known = model.member(member.name, of: shape) {
        check(member.value, known.shape, place + member.name)
      } else if !isConsole {
        report.warning(place + member.name, unknown(member.name, members))
      }
    }
    guard !isConsole else { return }
    for member in members where member.isRequired && object[member.name].map(\.isNull) ?? true {
      if !isComplete, member.name == "Inputs" { continue }
      report.error(place + member.name, "The service requires the member \(quoted(member.name)); add it.")
    }
  }

  private mutating func check(_ value: JSONValue, _ shape: String, _ place: String) {
    guard report.findings.count < Self.maximumFindings else { return }
    switch model.shape(shape) {
    case .structure:
      guard let object = object(value, place) else { return }
      check(object, shape, place + ".")
    case .list(let element, let limits): checkList(value, of: element, limits, place)
    case .path(let limits): checkList(value, of: "Text", limits, place)
    case .map(let key, let element):
      guard let object = object(value, place) else { return }
      for member in object.members {
        check(.string(member.name), key, "\(place).\(member.name)")
        check(member.value, element, "\(place).\(member.name)")
      }
    case .text(let pattern, let limits): checkText(value, pattern, limits, place)
    case .choice(let words): checkChoice(value, words, place)
    case .whole(let limits): checkNumber(value, limits, place, isWhole: true)
    case .number(let limits): checkNumber(value, limits, place, isWhole: false)
    case .flag: if value.bool == nil { wrongKind(value, "true or false", place) }
    case .moment:
      if value.string == nil, value.number == nil {
        wrongKind(value, "a time, as a string or a number", place)
      }
    case nil: break
    }
  }

  private mutating func checkList(
    _ value: JSONValue, of element: String, _ limits: ServiceModel.Limits, _ place: String
  ) {
    guard let elements = value.array else {
      // Paths of the console that are none stay strings; who reads them says so.
      if isConsole, value.string != nil, element == "Text" { return }
      return wrongKind(value, "an array", place)
    }
    if !limits.contain(Double(elements.count)) {
      let message = "The service takes \(limits.words) elements here; found \(elements.count)."
      if place == "Inputs" { report.error(place, message) } else { objection(place, message) }
    }
    for (index, value) in elements.enumerated() { check(value, element, "\(place)[\(index)]") }
  }

  private mutating func checkText(
    _ value: JSONValue, _ pattern: TextPattern, _ limits: ServiceModel.Limits, _ place: String
  ) {
    guard let text = value.string else { return wrongKind(value, "a string", place) }
    if !limits.contain(Double(text.unicodeScalars.count)) {
      objection(
        place, "The service takes \(limits.words) characters here; found \(text.unicodeScalars.count).")
    }
    if !isConsole, !pattern.allows(text) {
      report.warning(place, "The service takes \(pattern.words) here. Found \(shown(text)).")
    }
  }

  private mutating func checkChoice(_ value: JSONValue, _ words: [String], _ place: String) {
    guard let word = value.string else { return wrongKind(value, "a string", place) }
    guard !words.contains(word) else { return }
    objection(place, "The service takes one of \(listed(words, limit: 50)) here. Found \(shown(word)).")
  }

  private mutating func checkNumber(
    _ value: JSONValue, _ limits: ServiceModel.Limits, _ place: String, isWhole: Bool
  ) {
    guard let number = value.number?.double, !isWhole || value.number?.integer != nil else {
      return wrongKind(value, isWhole ? "a whole number" : "a number", place)
    }
    if !limits.contain(number) {
      objection(place, "The service takes \(limits.words) here; found \(number.formatted).")
    }
  }
}

extension ModelCheck {
  private mutating func object(_ value: JSONValue, _ place: String) -> JSONObject? {
    if value.object == nil { wrongKind(value, "an object", place) }
    return value.object
  }

  private mutating func wrongKind(_ value: JSONValue, _ expected: String, _ place: String) {
    report.error(place, "The value must be \(expected); found \(value.shownKind).")
  }

  /// Reports what the API refuses and the console may have.
  private mutating func objection(_ place: String, _ message: String) {
    if isConsole { report.warning(place, message) } else { report.error(place, message) }
  }

  private func unknown(_ name: String, _ members: [ServiceModel.Member]) -> String {
    let near = nearestNames(to: name, among: members.map(\.name))
    let hint = near.isEmpty ? "" : " Did you mean \(near.map { quoted($0) }.joined(separator: " or "))?"
    return "The service has no member of this name as far as this version knows; it has no effect.\(hint)"
  }

  private func shown(_ text: String) -> String {
    quoted(printable(text, limit: 100))
  }
}

extension JSONValue {
  /// The kind with its article, and a number or a short string itself.
  var shownKind: String {
    if let number { return printable("\(kind), \(number.text)", limit: 60) }
    if let string, string.utf8.count <= 60 { return "\(kind), \(quoted(string))" }
    return kind
  }
}

extension Double {
  /// The number without a fraction that is none.
  fileprivate var formatted: String {
    Int(exactly: self).map { String($0) } ?? description
  }
}
