import InlayBytes

/// Puts values in the place of parameters, before anything is checked.
struct ParameterFilling {
  private let given: [String: String]
  private let argumentNames: Set<String>
  private let values: [String: String]
  /// The parameters that the document names.
  private var seen: Set<String> = []
  private(set) var findings: [JobFinding] = []

  init(_ parameters: JobParameters, defaults: (defaults: [String: String], fixed: [String: String])) {
    given = parameters.values
    argumentNames = parameters.argumentNames
    values = defaults.defaults.merging(given) { _, given in given }.merging(defaults.fixed) { _, fixed in
      fixed
    }
  }

  /// Returns the value with every parameter that has a value filled in, in strings at any depth; names of members stay.
  mutating func fill(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): return .string(fill(text))
    case .array(let elements): return .array(elements.map { fill($0) })
    case .object(let object):
      var result = object
      for member in object.members { result[member.name] = fill(member.value) }
      return .object(result)
    default: return value
    }
  }

  /// Fills one text. What a value holds is not looked at again, so that no value can grow without end.
  private mutating func fill(_ text: String) -> String {
    guard text.contains("${") else { return text }
    var result = ""
    for part in ParameterPart.parts(of: text) {
      guard case .parameter(let name) = part else {
        result += part.text
        continue
      }
      seen.insert(name)
      result += values[name] ?? part.text
    }
    return result
  }
}

extension ParameterFilling {
  /// Members that a run does not look at, so that their parameters need no values.
  private static let unused: Set<String> = [
    "SamplePath", "OutputSchemas", "SchemaChangePolicy", "AutoDataQuality", "Code", "Name",
  ]

  /// Adds findings about the parameters of a node that have no value.
  mutating func report(in node: JobNode) {
    var report = NodeReport(node)
    for member in node.members.members where !Self.unused.contains(member.name) {
      self.report(member.value, at: member.name, &report)
    }
    findings += report.findings
  }

  private func report(_ value: JSONValue, at place: String, _ report: inout NodeReport) {
    switch value {
    case .string(let text) where text.contains("${"):
      for case .parameter(let name) in ParameterPart.parts(of: text) where values[name] == nil {
        report.error(
          place,
          "The parameter \(quoted(name)) has no value; give it one with --arg \(printable(name))=VALUE, or a default "
            + "among the arguments of the job (--\(printable(name))). Found \(quoted(text)).")
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        self.report(element, at: "\(place)[\(index)]", &report)
      }
    case .object(let object):
      for member in object.members where !Self.unused.contains(member.name) {
        self.report(member.value, at: "\(place).\(member.name)", &report)
      }
    default: break
    }
  }

  /// What was found in all nodes, and values that were given for nothing.
  var allFindings: [JobFinding] {
    let idle = given.keys.filter { !seen.contains($0) }.sorted()
    return idle.map { name in
      if argumentNames.contains(name) { return unknownArgument(name) }
      let near = nearestNames(to: name, among: seen.sorted())
      let hint = near.isEmpty ? "" : " Did you mean \(near.map { quoted($0) }.joined(separator: " or "))?"
      return JobFinding(
        .warning, node: nil, path: "--arg",
        "The document has no parameter of this name, so the value has no effect.\(hint) Found \(quoted(name))."
      )
    } + findings
  }

  /// The options of the commands, one of which may have been meant.
  private static let options = [
    "arg", "map", "table", "replace", "mode", "rows-per-file", "on-bad-row", "threads", "memory", "spill",
    "plan", "json",
    "format", "to", "output",
  ]

  /// Says that an argument has no use: an error, as it may be an option that is mistyped.
  private func unknownArgument(_ name: String) -> JobFinding {
    let near = nearestNames(to: name, among: seen.sorted() + Self.options)
    let hint =
      near.isEmpty ? "" : " Did you mean \(near.map { quoted("--" + $0) }.joined(separator: " or "))?"
    return JobFinding(
      .error, node: nil, path: "--\(name)",
      "The command has no option, and the document no parameter, of this name; take it out.\(hint)")
  }
}

/// A text as what stands in it and what is to be filled in.
enum ParameterPart {
  case plain(Substring)
  case parameter(String)

  /// The part as it stands in the text.
  var text: String {
    switch self {
    case .plain(let text): String(text)
    case .parameter(let name): "${\(name)}"
    }
  }

  /// Takes a text apart; a name has letters, digits, `_`, `-` and `.`, and anything else in braces is plain.
  static func parts(of text: String) -> [ParameterPart] {
    var parts: [ParameterPart] = []
    var rest = text[...]
    var start = rest.startIndex
    while let dollar = rest[start...].firstIndex(of: "$") {
      let open = rest.index(after: dollar)
      guard open < rest.endIndex, rest[open] == "{",
        let close = rest[open...].firstIndex(where: { !isOfName($0) && $0 != "{" }), rest[close] == "}"
      else {
        start = open
        continue
      }
      let name = rest[rest.index(after: open)..<close]
      guard !name.isEmpty, !name.contains("{") else {
        start = open
        continue
      }
      parts += [.plain(rest[..<dollar]), .parameter(String(name))]
      rest = rest[rest.index(after: close)...]
      start = rest.startIndex
    }
    return parts + [.plain(rest)]
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-" || character == "."
  }
}
