import InlayBytes
import InlayColumns
import InlayEngine
import InlayJobs

/// A condition in the form of a node of the type Filter: comparisons of columns with constants, all joined by AND or all
/// by OR.
struct FilterMembers {
  private var filters: [JSONValue] = []
  private let isConjunction: Bool

  /// Takes a condition apart.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for a condition that has no such form.
  init(_ condition: Expression) throws {
    let parts = Self.parts(of: condition)
    isConjunction = parts.isConjunction
    for part in parts.conditions { try add(part, isNegated: false) }
  }

  /// The members of the node.
  var members: [(String, JSONValue)] {
    [("LogicalOperator", isConjunction ? "AND" : "OR"), ("Filters", .array(filters))]
  }

  private static func parts(of condition: Expression) -> (isConjunction: Bool, conditions: [Expression]) {
    switch condition {
    case .all(let parts): (true, parts.flatMap { flattened($0, asAll: true) })
    case .any(let parts): (false, parts.flatMap { flattened($0, asAll: false) })
    default: (true, [condition])
    }
  }

  private static func flattened(_ condition: Expression, asAll: Bool) -> [Expression] {
    switch condition {
    case .all(let parts) where asAll: parts.flatMap { flattened($0, asAll: asAll) }
    case .any(let parts) where !asAll: parts.flatMap { flattened($0, asAll: asAll) }
    default: [condition]
    }
  }

  private mutating func add(_ condition: Expression, isNegated: Bool) throws {
    switch condition {
    case .not(let opposite): try add(opposite, isNegated: !isNegated)
    case .isNull(.named(let column)): add("ISNULL", column, nil, isNegated)
    case .comparison(let comparison, .named(let column), .literal(let constant)):
      try add(comparison, column, constant, isNegated)
    case .call(.rlike, let arguments):
      guard case .named(let column)? = arguments.first, case .literal(.string(let pattern))? = arguments.last,
        pattern.hasPrefix("^")
      else { throw DocumentNodes.unsupported("a pattern that need not be met at the start of the text") }
      try requireValue(of: column, isNegated)
      add("REGEX", column, pattern, isNegated)
    default: throw DocumentNodes.unsupported("this condition")
    }
  }

  private mutating func add(
    _ comparison: RowFilter.Comparison, _ column: String, _ constant: Literal, _ isNegated: Bool
  ) throws {
    let operations: [RowFilter.Comparison: (String, Bool)] = [
      .equal: ("EQ", false), .notEqual: ("EQ", true), .less: ("LT", false), .lessOrEqual: ("LTE", false),
      .greater: ("GT", false), .greaterOrEqual: ("GTE", false),
    ]
    guard let (operation, isOpposite) = operations[comparison], let text = constant.text else {
      throw DocumentNodes.unsupported("a comparison with this constant")
    }
    try requireValue(of: column, isNegated != isOpposite)
    add(operation, column, text, isNegated != isOpposite)
  }

  /// The opposite of a comparison with a null is true to the service, and null to Spark and Swift: it is asked for a value
  /// too.
  private mutating func requireValue(of column: String, _ isNegated: Bool) throws {
    guard isNegated else { return }
    guard isConjunction else { throw DocumentNodes.unsupported("the opposite of a comparison within OR") }
    add("ISNULL", column, nil, true)
  }

  private mutating func add(_ operation: String, _ column: String, _ constant: String?, _ isNegated: Bool) {
    var values: [JSONValue] = [["Type": "COLUMNEXTRACTED", "Value": .strings([column])]]
    if let constant { values.append(["Type": "CONSTANT", "Value": .strings([constant])]) }
    filters.append(
      ["Operation": .string(operation), "Negated": .bool(isNegated), "Values": .array(values)])
  }
}

extension Literal {
  /// The constant as a form takes it; nil for one that has no plain text.
  fileprivate var text: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .int32(let value): String(value)
    case .int64(let value): String(value)
    case .double(let value): "\(value)"
    case .string(let text): text
    default: nil
    }
  }
}
