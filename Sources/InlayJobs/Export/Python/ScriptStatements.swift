/// Writes the statements of nodes in Python, and gathers what they need of the script around them.
protocol ScriptStatements {
  /// The names of the script's functions that the statements call.
  var called: Set<String> { get set }
  /// The parameters of the job that they take, in the order in which they come.
  var parameters: [String] { get set }
  /// The names that are taken.
  var names: PythonNames { get set }

  /// The expression of a parameter's value.
  static func value(ofParameter name: String) -> String
}

extension ScriptStatements {
  /// Returns the statement that gives a node's rows their name.
  func assign(_ node: ExportNode, _ value: PythonExpression) -> String {
    let start = "\(node.variable) = "
    return start + value.written(behind: start.count)
  }

  /// Returns a text of the document; where it has parameters such as `${name}`, their values stand in it.
  mutating func text(_ text: String) -> PythonExpression {
    guard ParameterPart.hasParameters(text) else { return .text(text) }
    let terms = ParameterPart.parts(of: text).compactMap { part -> String? in
      switch part {
      case .plain(let text): return text.isEmpty ? nil : PythonText.literal(String(text))
      case .parameter(let name):
        if !parameters.contains(name) { parameters.append(name) }
        return Self.value(ofParameter: name)
      }
    }
    return .code(terms.joined(separator: " + "))
  }

  /// Returns a list of texts of the document.
  mutating func texts(_ texts: [String]) -> PythonExpression {
    var items: [PythonExpression] = []
    for text in texts { items.append(self.text(text)) }
    return .list(items)
  }

  /// Returns a new name for something that is neither rows nor a function of every script.
  mutating func name(for text: String) -> String { names.identifier(for: text) }
}
