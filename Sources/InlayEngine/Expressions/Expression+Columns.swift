public import InlayColumns

extension Expression {
  /// The positions of the columns that are looked at, in order, each once.
  public var columns: [Int] {
    var positions: Set<Int> = []
    collectColumns(into: &positions)
    return positions.sorted()
  }

  private func collectColumns(into positions: inout Set<Int>) {
    if case .column(let position) = self { positions.insert(position) }
    for operand in operands { operand.collectColumns(into: &positions) }
  }

  /// The expressions that this one is made of, in order.
  var operands: [Expression] {
    switch self {
    case .column, .named, .literal: []
    case .cast(let value, _), .not(let value), .isNull(let value), .member(let value, _): [value]
    case .comparison(_, let left, let right), .arithmetic(_, let left, let right): [left, right]
    case .all(let parts), .any(let parts), .call(_, let parts): parts
    case .structure(let members): members.map(\.value)
    case .conditional(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap { $0 }
    }
  }

  /// Returns the same expression over other positions of its columns.
  public func mappingColumns(_ position: (Int) -> Int) -> Expression {
    mappingLeaves { if case .column(let column) = $0 { .column(position(column)) } else { $0 } }
  }

  /// Returns the same expression with its columns' names looked up in a schema.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a name that no column has, with the nearest ones.
  public func resolved(in schema: Schema) throws -> Expression {
    try mappingLeaves { if case .named(let name) = $0 { .column(try schema.position(of: name)) } else { $0 } }
  }

  /// Returns the same expression with other columns and constants.
  private func mappingLeaves(_ leaf: (Expression) throws -> Expression) rethrows -> Expression {
    func map(_ expression: Expression) throws -> Expression { try expression.mappingLeaves(leaf) }
    switch self {
    case .column, .named, .literal: return try leaf(self)
    case .cast(let value, let type): return .cast(try map(value), type)
    case .comparison(let comparison, let left, let right):
      return .comparison(comparison, try map(left), try map(right))
    case .not(let value): return .not(try map(value))
    case .all(let parts): return .all(try parts.map(map))
    case .any(let parts): return .any(try parts.map(map))
    case .isNull(let value): return .isNull(try map(value))
    case .arithmetic(let sign, let left, let right): return .arithmetic(sign, try map(left), try map(right))
    case .call(let function, let arguments): return .call(function, try arguments.map(map))
    case .member(let value, let name): return .member(try map(value), name)
    case .structure(let members):
      return .structure(try members.map { Member($0.name, try map($0.value)) })
    case .conditional(let branches, let otherwise):
      return .conditional(
        try branches.map { Branch(when: try map($0.condition), then: try map($0.value)) },
        otherwise: try otherwise.map(map))
    }
  }
}
