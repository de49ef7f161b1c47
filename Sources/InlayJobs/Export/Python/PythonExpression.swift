/// An expression of Python, written so that it reads well: on one line where that fits, else a line for each part.
indirect enum PythonExpression {
  /// Code as it stands; never a text of a document.
  case code(String)
  /// A text of a document.
  case text(String)
  case list([PythonExpression])
  case tuple([PythonExpression])
  case dictionary([(key: PythonExpression, value: PythonExpression)])
  /// A call of what is code.
  case call(String, [PythonArgument])
  /// Calls of methods one after the other.
  case chain(PythonExpression, [(method: String, arguments: [PythonArgument])])
  /// Expressions with an operator between.
  case operation(String, [PythonExpression])
  /// An expression in parentheses.
  case group(PythonExpression)
  /// An operator before an expression.
  case prefixed(String, PythonExpression)
}

/// An argument of a call, by name or by position.
struct PythonArgument {
  let name: String?
  let value: PythonExpression

  init(_ value: PythonExpression) {
    name = nil
    self.value = value
  }

  init(_ name: String, _ value: PythonExpression) {
    self.name = name
    self.value = value
  }
}

extension PythonExpression {
  /// The names of a path: one name as a text, several as a tuple.
  static func path(_ names: [String]) -> PythonExpression {
    names.count == 1 ? .text(names[0]) : .tuple(names.map { .text($0) })
  }

  static func texts(_ texts: [String]) -> PythonExpression { .list(texts.map { .text($0) }) }

  static func flag(_ flag: Bool) -> PythonExpression { .code(flag ? "True" : "False") }
}

extension PythonExpression {
  private static let lineLength = 100

  /// Returns the expression as it stands on a line of some indentation, behind so many characters.
  func written(indent: Int = 0, behind: Int = 0, before: Int = 0) -> String {
    let flat = flat
    if indent + behind + flat.count + before <= Self.lineLength { return flat }
    let inner = indent + 4
    switch self {
    case .code, .text: return flat
    case .list(let items): return Self.block("[", items.map { $0.part(inner) }, "]", indent)
    case .tuple(let items): return Self.block("(", items.map { $0.part(inner) }, ")", indent)
    case .dictionary(let pairs):
      let parts = pairs.map { key, value in
        let key = key.flat + ": "
        return key + value.written(indent: inner, behind: key.count, before: 1)
      }
      return Self.block("{", parts, "}", indent)
    case .call(let name, let arguments):
      if arguments.count == 1, arguments[0].name == nil, case .operation = arguments[0].value {
        return name + arguments[0].value.written(indent: indent, behind: Self.lineLength)
      }
      return name + Self.block("(", arguments.map { $0.part(inner) }, ")", indent)
    case .chain(let base, let calls): return Self.chained(base, calls, indent)
    case .group(let inner): return inner.written(indent: indent, behind: Self.lineLength)
    case .prefixed(let word, let inner):
      return word + inner.operand.written(indent: indent, behind: behind + word.count, before: before)
    case .operation(let word, let operands):
      let lines = operands.enumerated().map { index, operand in
        (index == 0 ? "" : "\(word) ") + operand.operand.written(indent: inner, behind: word.count + 1)
      }
      let margin = String(repeating: " ", count: inner)
      return "(\n" + lines.map { margin + $0 + "\n" }.joined() + String(repeating: " ", count: indent) + ")"
    }
  }

  private func part(_ indent: Int) -> String { written(indent: indent, before: 1) }

  private static func block(_ open: String, _ parts: [String], _ close: String, _ indent: Int) -> String {
    if parts.isEmpty { return open + close }
    let margin = String(repeating: " ", count: indent + 4)
    return "\(open)\n" + parts.map { "\(margin)\($0),\n" }.joined() + String(repeating: " ", count: indent)
      + close
  }

  private static func chained(
    _ base: PythonExpression, _ calls: [(method: String, arguments: [PythonArgument])], _ indent: Int
  ) -> String {
    let inner = indent + 4
    let margin = String(repeating: " ", count: inner)
    if calls.count == 1, let call = calls.first {
      return PythonExpression.call("\(base.flat).\(call.method)", call.arguments).written(indent: indent)
    }
    let lines = calls.map { method, arguments in
      margin + PythonExpression.call(".\(method)", arguments).written(indent: inner) + "\n"
    }
    return "(\n\(margin)\(base.written(indent: inner))\n" + lines.joined()
      + String(repeating: " ", count: indent) + ")"
  }

  /// The expression on one line.
  var flat: String {
    switch self {
    case .code(let code): return code
    case .text(let text): return PythonText.literal(text)
    case .list(let items): return "[\(items.map(\.flat).joined(separator: ", "))]"
    case .tuple(let items):
      return "(\(items.map(\.flat).joined(separator: ", "))\(items.count == 1 ? "," : ""))"
    case .dictionary(let pairs):
      return "{\(pairs.map { "\($0.key.flat): \($0.value.flat)" }.joined(separator: ", "))}"
    case .call(let name, let arguments): return "\(name)(\(arguments.map(\.flat).joined(separator: ", ")))"
    case .chain(let base, let calls):
      return calls.reduce(base.flat) {
        "\($0).\($1.method)(\($1.arguments.map(\.flat).joined(separator: ", ")))"
      }
    case .group(let inner): return "(\(inner.flat))"
    case .prefixed(let word, let inner): return word + inner.operand.flat
    case .operation(let word, let operands):
      return operands.map { $0.operand.flat }.joined(separator: " \(word) ")
    }
  }

  /// The expression as an operand of another operation.
  private var operand: PythonExpression {
    if case .operation = self { return .group(self) }
    return self
  }
}

extension PythonArgument {
  fileprivate var flat: String { (name.map { "\($0)=" } ?? "") + value.flat }

  fileprivate func part(_ indent: Int) -> String {
    let start = name.map { "\($0)=" } ?? ""
    return start + value.written(indent: indent, behind: start.count, before: 1)
  }
}
