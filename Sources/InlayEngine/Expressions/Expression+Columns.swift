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
    case .column, .literal: []
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
    switch self {
    case .column(let column): .column(position(column))
    case .literal: self
    case .cast(let value, let type): .cast(value.mappingColumns(position), type)
    case .comparison(let comparison, let left, let right):
      .comparison(comparison, left.mappingColumns(position), right.mappingColumns(position))
    case .not(let value): .not(value.mappingColumns(position))
    case .all(let parts): .all(parts.map { $0.mappingColumns(position) })
    case .any(let parts): .any(parts.map { $0.mappingColumns(position) })
    case .isNull(let value): .isNull(value.mappingColumns(position))
    case .arithmetic(let sign, let left, let right):
      .arithmetic(sign, left.mappingColumns(position), right.mappingColumns(position))
    case .call(let function, let arguments): .call(function, arguments.map { $0.mappingColumns(position) })
    case .member(let value, let name): .member(value.mappingColumns(position), name)
    case .structure(let members):
      .structure(members.map { Member($0.name, $0.value.mappingColumns(position)) })
    case .conditional(let branches, let otherwise):
      .conditional(
        branches.map {
          Branch(when: $0.condition.mappingColumns(position), then: $0.value.mappingColumns(position))
        }, otherwise: otherwise?.mappingColumns(position))
    }
  }
}
