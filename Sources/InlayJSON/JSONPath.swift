public import InlayBytes

/// The way from a value to the records in it: a subset of JSONPath (RFC 9535).
///
/// `$` is the value itself; `.name` or `['name']` goes to a member, `[3]` to an element, `[*]` to all elements. A way that
/// ends at an array leads to its elements.
public struct JSONPath: Hashable, Sendable {
  /// One step.
  public enum Step: Hashable, Sendable {
    /// To the member of an object.
    case member(String)
    /// To an element of an array, counted from 0.
    case element(Int)
    /// To all elements of an array.
    case allElements
  }

  /// The steps in their order.
  public var steps: [Step]

  /// Makes the way that stays at the value.
  public init() { steps = [] }

  /// Reads a path from its text.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a text that is no such path, and ``InlayError/Code/unsupported`` for
  ///   what JSONPath has beside these steps, by its name.
  public init(text: String) throws(InlayError) {
    var reader = JSONPathReader(text)
    steps = try reader.steps()
  }
}

extension JSONPath: CustomStringConvertible {
  /// The path as text, in the form that is read.
  public var description: String {
    steps.reduce(into: "$") { text, step in
      switch step {
      case .element(let index): text += "[\(index)]"
      case .allElements: text += "[*]"
      case .member(let name):
        let isWord = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        text += isWord ? ".\(name)" : "['\(name.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))']"
      }
    }
  }
}

/// Reads the text of a path from left to right.
private struct JSONPathReader {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func steps() throws(InlayError) -> [JSONPath.Step] {
    guard take("$") else { throw fault("begins with $") }
    var steps: [JSONPath.Step] = []
    while !rest.isEmpty {
      if take("..") { throw unsupported("descendants (..)") }
      if take(".") {
        if rest.first == "*" { throw unsupported("all members of an object (.*)") }
        steps.append(.member(try word()))
      } else if take("[") {
        steps.append(try bracket())
      } else {
        throw fault("goes on with .name or with [ after each step")
      }
    }
    return steps
  }

  private mutating func word() throws(InlayError) -> String {
    let name = rest.prefix { $0 != "." && $0 != "[" }
    guard !name.isEmpty else { throw fault("has a name after each point") }
    if name.contains("(") { throw unsupported("functions") }
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  private mutating func bracket() throws(InlayError) -> JSONPath.Step {
    if take("*]") { return .allElements }
    if rest.first == "?" { throw unsupported("filters ([?…])") }
    if rest.first == "(" { throw unsupported("expressions ([(…)])") }
    if let quote = rest.first, quote == "'" || quote == "\"" { return .member(try quoted(quote)) }
    let index = rest.prefix { $0 != "]" }
    rest = rest.dropFirst(index.count)
    guard take("]") else { throw fault("has a ] for each [") }
    if index.contains(":") { throw unsupported("slices ([a:b])") }
    if index.contains(",") { throw unsupported("several elements ([a,b])") }
    if index.hasPrefix("-") { throw unsupported("elements counted from the end ([-1])") }
    guard let number = Int(index) else { throw fault("has a number, * or a name in quotes between [ and ]") }
    return .element(number)
  }

  private mutating func quoted(_ quote: Character) throws(InlayError) -> String {
    rest = rest.dropFirst()
    var name = ""
    while let character = rest.popFirst() {
      if character == quote {
        if rest.first == "," { throw unsupported("several names (['a','b'])") }
        guard take("]") else { throw fault("has a ] after a name in quotes") }
        return name
      }
      name.append(character == "\\" ? rest.popFirst() ?? character : character)
    }
    throw fault("has a quote at the end of each name in quotes")
  }

  private mutating func take(_ prefix: String) -> Bool {
    guard rest.hasPrefix(prefix) else { return false }
    rest = rest.dropFirst(prefix.count)
    return true
  }

  private func fault(_ rule: String) -> InlayError {
    InlayError(.invalidInput, "no path to records: one \(rule), such as $.records[*]; found \(text)")
  }

  private func unsupported(_ what: String) -> InlayError {
    InlayError(
      .unsupported,
      "a path to records has no \(what); write it with .name, ['name'], [0] and [*]; found \(text)")
  }
}
