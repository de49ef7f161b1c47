import InlayColumns
import InlayEngine

/// Reads the few forms of Spark's expressions that the cases of tests are written in.
///
/// The columns are called `a`, `b` and so on.
struct SQLText {
  private var tokens: [String]
  private var position = 0

  /// Reads a whole text; nil for any other form.
  static func expression(_ text: String) -> Expression? {
    guard let tokens = SQLTokens.split(text) else { return nil }
    var parser = SQLText(tokens: tokens)
    guard let expression = parser.disjunction(), parser.position == parser.tokens.count else { return nil }
    return expression
  }

  private init(tokens: [String]) { self.tokens = tokens }

  private var next: String { position < tokens.count ? tokens[position] : "" }
  private var word: String { next.lowercased() }

  private mutating func take(_ token: String) -> Bool {
    guard word == token else { return false }
    position += 1
    return true
  }

  private mutating func disjunction() -> Expression? {
    guard let first = conjunction() else { return nil }
    var parts = [first]
    while take("or") {
      guard let part = conjunction() else { return nil }
      parts.append(part)
    }
    return parts.count > 1 ? .any(parts) : first
  }

  private mutating func conjunction() -> Expression? {
    guard let first = negation() else { return nil }
    var parts = [first]
    while take("and") {
      guard let part = negation() else { return nil }
      parts.append(part)
    }
    return parts.count > 1 ? .all(parts) : first
  }

  private mutating func negation() -> Expression? {
    take("not") ? negation().map { .not($0) } : comparison()
  }

  private mutating func comparison() -> Expression? {
    guard let left = sum() else { return nil }
    if take("is") {
      let isNegated = take("not")
      guard take("null") else { return nil }
      return isNegated ? .not(.isNull(left)) : .isNull(left)
    }
    let operators: [String: RowFilter.Comparison] = [
      "=": .equal, "<>": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]
    guard let comparison = operators[next] else { return left }
    position += 1
    return sum().map { .comparison(comparison, left, $0) }
  }

  private mutating func sum() -> Expression? {
    operation([.add, .subtract]) { $0.product() }
  }

  private mutating func product() -> Expression? {
    operation([.multiply, .divide, .remainder]) { $0.postfix() }
  }

  private mutating func operation(
    _ signs: [ArithmeticOperator], _ operand: (inout SQLText) -> Expression?
  ) -> Expression? {
    guard var left = operand(&self) else { return nil }
    while let sign = signs.first(where: { $0.rawValue == next }) {
      position += 1
      guard let right = operand(&self) else { return nil }
      left = .arithmetic(sign, left, right)
    }
    return left
  }

  /// A value, of which a field or an element may be asked.
  private mutating func postfix() -> Expression? {
    guard var value = primary() else { return nil }
    while true {
      if take(".") {
        value = .member(value, next)
        position += 1
      } else if take("[") {
        guard let index = sum(), take("]") else { return nil }
        value = .call(.get, [value, index])
      } else {
        return value
      }
    }
  }

  private mutating func primary() -> Expression? {
    if take("(") {
      let inner = disjunction()
      return take(")") ? inner : nil
    }
    if take("case") { return cases() }
    if let literal = literal() { return .literal(literal) }
    let name = word
    position += 1
    if take("(") { return call(name) }
    guard name.utf8.count == 1, let letter = name.utf8.first, (97...122).contains(letter) else { return nil }
    return .column(Int(letter) - 97)
  }

  private mutating func literal() -> Literal? {
    let isNegative = next == "-"
    if isNegative { position += 1 }
    if let number = SQLTokens.number((isNegative ? "-" : "") + next) {
      position += 1
      return number
    }
    if next.hasPrefix("'") {
      let text = SQLTokens.unescaped(next.dropFirst().dropLast())
      position += 1
      return .string(text)
    }
    let words: [String: Literal] = ["null": .null(.null), "true": .boolean(true), "false": .boolean(false)]
    guard let value = words[word] else { return nil }
    position += 1
    return value
  }

  private mutating func cases() -> Expression? {
    var branches: [Expression.Branch] = []
    while take("when") {
      guard let condition = disjunction(), take("then"), let value = disjunction() else { return nil }
      branches.append(.init(when: condition, then: value))
    }
    let otherwise = take("else") ? disjunction() : nil
    return take("end") ? .conditional(branches, otherwise: otherwise) : nil
  }

  private mutating func call(_ name: String) -> Expression? {
    if name == "cast" {
      guard let value = disjunction(), take("as"), let type = SQLType.type(&tokens, &position), take(")")
      else {
        return nil
      }
      return .cast(value, type)
    }
    var arguments: [(value: Expression, name: String)] = []
    while !take(")") {
      if !arguments.isEmpty, !take(",") { return nil }
      guard let argument = disjunction() else { return nil }
      var label = ""
      if take("as") {
        label = next
        position += 1
      }
      arguments.append((argument, label))
    }
    if name == "struct" { return .structure(arguments.map { .init($0.name, $0.value) }) }
    return ScalarFunction(rawValue: name).map { .call($0, arguments.map(\.value)) }
  }
}
