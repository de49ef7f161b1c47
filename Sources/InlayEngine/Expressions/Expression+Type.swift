import InlayBytes
import InlayColumns

extension Expression {
  /// Returns the type of the values, and whether they may be null; the name is without meaning.
  ///
  /// - Parameter column: What the values are to be called, for the location of an error.
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is not there, and a value of a type that its place
  ///   cannot take.
  func field(over schema: Schema, column: String?) throws -> Field {
    try ExpressionTyping(schema: schema, column: column).field(of: self, depth: 0)
  }
}

/// Finds the types of expressions over the columns of a schema.
struct ExpressionTyping {
  let schema: Schema
  /// What the values are to be called.
  let column: String?

  private static let depthLimit = 200

  func field(of expression: Expression, depth: Int) throws -> Field {
    guard depth < Self.depthLimit else {
      throw error("an expression nests at most \(Self.depthLimit) deep; write it in several steps")
    }
    let fields = try expression.operands.map { try field(of: $0, depth: depth + 1) }
    switch expression {
    case .column(let position): return try self.field(at: position)
    case .named: return try field(of: expression.resolved(in: schema), depth: depth + 1)
    case .literal(.null(let type)): return Field("", try possible(type))
    case .literal(let literal): return Field("", try possible(literal.type), isNullable: false)
    case .cast(_, let type): return try cast(fields[0], to: type)
    case .comparison(let comparison, _, _): return try compare(fields[0], comparison, fields[1])
    case .not, .all, .any: return try logic(fields)
    case .isNull: return Field("", .boolean, isNullable: false)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, (left, fields[0]), (right, fields[1]))
    case .call(let function, let arguments): return try call(function, arguments, fields)
    case .member(_, let name): return try member(name, of: fields[0])
    case .structure(let members):
      return Field("", .structure(zip(members, fields).map { $1.named($0.name) }), isNullable: false)
    case .conditional(let branches, let otherwise):
      return try conditional(branches.count, hasLast: otherwise != nil, fields)
    }
  }

  /// Says what is wrong with an expression.
  func error(_ message: String) -> InlayError {
    InlayError(.invalidInput, message, at: .init(column: column))
  }

  private func field(at position: Int) throws -> Field {
    guard schema.fields.indices.contains(position) else {
      throw error(
        "the expression names a column that is not among the \(schema.count) there are: \(position)")
    }
    return schema[position]
  }

  private func cast(_ value: Field, to type: DataType) throws -> Field {
    guard value.type.isCastable(to: try possible(type)) else {
      throw error("values of one type cannot be cast to the other; they are \(value.type) and \(type)")
    }
    return Field("", type, isNullable: value.isNullable || value.type.castMayGiveNull(to: type))
  }

  /// Returns a type that was not read from a schema, when its decimals have digits as decimals have them.
  private func possible(_ type: DataType) throws -> DataType {
    if case .decimal(let precision, let scale) = type {
      guard (1...DecimalDigits.limit).contains(precision), (0...precision).contains(scale) else {
        throw error("a decimal has 1 to 38 digits, of which none to all stand after the point; found \(type)")
      }
    }
    for child in type.children { _ = try possible(child.type) }
    return type
  }

  private func compare(_ left: Field, _ comparison: RowFilter.Comparison, _ right: Field) throws -> Field {
    guard let common = left.type.compared(with: right.type, by: comparison) else {
      throw error("values of these types cannot be compared; they are \(left.type) and \(right.type)")
    }
    let isNullable = [left, right].contains {
      $0.isNullable || $0.type == .null || $0.type.castMayGiveNull(to: common)
    }
    return Field("", .boolean, isNullable: isNullable)
  }

  private func logic(_ conditions: [Field]) throws -> Field {
    for condition in conditions { try requireCondition(condition) }
    return Field("", .boolean, isNullable: conditions.contains { $0.isNullable })
  }

  private func requireCondition(_ condition: Field) throws {
    guard condition.type == .boolean || condition.type == .null else {
      throw error("a condition is a boolean; this is \(condition.type)")
    }
  }

  private func arithmetic(
    _ sign: ArithmeticOperator, _ left: (Expression, Field), _ right: (Expression, Field)
  ) throws -> Field {
    let (leftType, rightType) = (left.1.type, right.1.type)
    guard let types = ArithmeticTypes(sign, (left.0, leftType), (right.0, rightType)) else {
      throw error(
        "numbers cannot be made of these by \(sign.rawValue); they are \(leftType) and \(rightType)")
    }
    return Field("", types.result, isNullable: left.1.isNullable || right.1.isNullable || types.mayGiveNull)
  }

  private func member(_ name: String, of structure: Field) throws -> Field {
    if structure.type == .null { return structure }
    guard case .structure(let fields) = structure.type else {
      throw error("only a structure has fields; \(name) is asked of \(structure.type)")
    }
    guard let position = fields.position(of: name) else {
      let known = fields.map(\.name).joined(separator: ", ")
      throw error("the structure has no field \(name); its fields are: \(known)")
    }
    var field = fields[position]
    field.isNullable = field.isNullable || structure.isNullable
    return field
  }

  private func conditional(_ branchCount: Int, hasLast: Bool, _ fields: [Field]) throws -> Field {
    var values: [Field] = []
    for branch in 0..<branchCount {
      try requireCondition(fields[branch * 2])
      values.append(fields[branch * 2 + 1])
    }
    if hasLast { values.append(fields[branchCount * 2]) }
    let type = try commonType(of: values)
    let isNullable = values.contains { $0.isNullable || $0.type.castMayGiveNull(to: type) }
    return Field("", type, isNullable: !hasLast || isNullable)
  }

  /// Returns the type that holds all values.
  func commonType(of values: [Field]) throws -> DataType {
    guard let first = values.first else { throw error("give one value or more to choose from") }
    return try values.dropFirst().reduce(first.type) { type, value in
      guard let common = type.widened(with: value.type) else {
        throw error("no type holds these values; they are \(type) and \(value.type)")
      }
      return common
    }
  }
}

extension Field {
  fileprivate func named(_ name: String) -> Field {
    Field(name, type, isNullable: isNullable, annotation: annotation)
  }
}

extension [Field] {
  /// The position of the field with a name: this very name, else the only one that differs in letter case.
  func position(of name: String) -> Int? {
    if let position = firstIndex(where: { $0.name == name }) { return position }
    let similar = indices.filter { self[$0].name.lowercased() == name.lowercased() }
    return similar.count == 1 ? similar[0] : nil
  }
}
