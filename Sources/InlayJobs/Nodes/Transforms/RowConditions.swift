import InlayBytes
import InlayColumns
import InlayEngine

/// Conditions on rows, joined by AND or OR, as Filter and Route have them.
struct RowConditions: Sendable {
  /// How two values are compared, or what is asked of one.
  enum Operation: Sendable {
    case comparison(RowFilter.Comparison)
    /// Whether a text matches a regular expression from its first character on.
    case regex
    case isNull
  }

  /// A value in a condition.
  enum Operand: Sendable {
    case column(FieldPath)
    case constant(String)
  }

  /// One condition.
  struct Condition: Sendable {
    let operation: Operation
    let isNegated: Bool
    let operands: [Operand]
  }

  /// Whether all conditions must be true, or one.
  let needsAll: Bool
  let conditions: [Condition]

  /// The conditions in a user's words.
  var summary: String {
    conditions.map(\.summary).joined(separator: needsAll ? " and " : " or ")
  }
}

extension RowConditions.Condition {
  fileprivate var summary: String {
    let names = operands.map { operand in
      switch operand {
      case .column(let path): printable(path.text)
      case .constant(let text): quoted(text)
      }
    }
    let not = isNegated ? "not " : ""
    switch operation {
    case .comparison(let comparison): return not + names.joined(separator: " \(comparison.sign) ")
    case .regex: return not + names.joined(separator: " matches ")
    case .isNull: return "\(names.first ?? "") is \(not)null"
    }
  }
}

extension RowFilter.Comparison {
  fileprivate var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }
}

extension NodeReader {
  /// Reads the conditions of the object that is read: the node, or one of its groups.
  mutating func rowConditions() -> RowConditions {
    let needsAll = requiredChoice("LogicalOperator", among: [("AND", true), ("OR", false)])
    return RowConditions(
      needsAll: needsAll ?? true, conditions: requiredObjects("Filters") { reader, _ in reader.condition() })
  }

  private static var operations: [(word: String, value: RowConditions.Operation)] {
    [
      ("EQ", .comparison(.equal)), ("LT", .comparison(.less)), ("GT", .comparison(.greater)),
      ("LTE", .comparison(.lessOrEqual)), ("GTE", .comparison(.greaterOrEqual)), ("REGEX", .regex),
      ("ISNULL", .isNull),
    ]
  }

  private mutating func condition() -> RowConditions.Condition? {
    let operation = requiredChoice("Operation", among: Self.operations)
    let isNegated = flag("Negated") ?? false
    let operands = requiredObjects("Values") { reader, _ in reader.operand() }
    guard let operation, operands.count == value("Values")?.array?.count else { return nil }
    let condition = RowConditions.Condition(operation: operation, isNegated: isNegated, operands: operands)
    guard let fault = condition.fault else { return condition }
    error("Values", fault)
    return nil
  }

  private mutating func operand() -> RowConditions.Operand? {
    guard let isColumn = requiredChoice("Type", among: [("COLUMNEXTRACTED", true), ("CONSTANT", false)])
    else { return nil }
    if isColumn { return requiredFieldPath("Value").map { .column($0) } }
    guard let value = value("Value") else {
      missing("Value", expected: "an array of one string")
      return nil
    }
    let texts = value.string.map { [$0] } ?? strings(in: value, at: place("Value"))
    if texts.count == 1 { return .constant(texts[0]) }
    error("Value", "A constant is one string; found \(texts.count).")
    return nil
  }
}

extension RowConditions.Condition {
  /// Says what is wrong with the values of the condition; nothing when they are as it needs them.
  fileprivate var fault: String? {
    let columns = operands.filter { if case .column = $0 { true } else { false } }.count
    switch operation {
    case .isNull:
      return columns == 1
        ? nil : "The condition looks at one column; found \(columns)."
    case .comparison, .regex:
      if operands.count != 2 { return "The condition compares two values; found \(operands.count)." }
      guard case .column = operands[0] else { return "The first value must be a column." }
      if case .regex = operation, columns == 2 { return "The second value must be a regular expression." }
      return nil
    }
  }
}
