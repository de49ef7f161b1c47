import InlayColumns

extension Optimiser {
  /// Lets filters go down as far as they can: into the scans, which may skip what cannot meet them.
  static func pushFilters(_ plan: LogicalPlan) -> LogicalPlan { push([], into: plan) }

  /// Returns a plan that gives those rows of a plan that meet all of some filters over its columns.
  ///
  /// A filter goes below an operation when it looks at the same values there, and the rows that it takes away there
  /// have no part in others that stay.
  private static func push(_ filters: [RowFilter], into plan: LogicalPlan) -> LogicalPlan {
    switch plan.operation {
    case .scan(let source, let columns, let known):
      let pushed = filters.map { $0.mappingColumns { columns[$0] } }
      return plan.replacing(
        .scan(source, columns: columns, filter: conjunction(([known].compactMap { $0 }) + pushed)))
    case .project(let input, let columns):
      let pushed = filters.map { $0.mappingColumns { columns[$0] } }
      return plan.replacing(.project(push(pushed, into: input), columns: columns))
    case .filter(let input, let filter): return push(filters + conjuncts(of: filter), into: input)
    case .condition(let input, let condition):
      return plan.replacing(.condition(push(filters, into: input), condition))
    case .sort(let input, let order): return plan.replacing(.sort(push(filters, into: input), order))
    case .union(let inputs): return plan.replacing(.union(inputs.map { push(filters, into: $0) }))
    case .limit(let input, let count):
      return keep(filters, above: plan.replacing(.limit(push([], into: input), count)))
    case .compute, .distinct, .aggregate: return push(filters, throughColumnsOf: plan)
    case .join(let left, let right, let keys, let kind):
      return push(filters, intoJoin: left, right, keys, kind, plan)
    }
  }

  /// Lets the filters go below an operation that look only at columns it passes on from its input.
  private static func push(_ filters: [RowFilter], throughColumnsOf plan: LogicalPlan) -> LogicalPlan {
    let passed = passedColumns(of: plan)
    let (below, above) = divide(filters) { $0.allSatisfy { passed[$0] != nil } }
    let pushed = below.map { $0.mappingColumns { passed[$0] ?? $0 } }
    return keep(above, above: plan.replacingInput { push(pushed, into: $0) })
  }

  /// For each column of a plan that has the value of an input's column for all rows of which something is made together,
  /// that column.
  private static func passedColumns(of plan: LogicalPlan) -> [Int: Int] {
    switch plan.operation {
    case .compute(_, let expressions):
      let pairs = expressions.enumerated().compactMap { position, expression in
        if case .column(let column) = expression { (position, column) } else { nil }
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    case .distinct(_, let columns):
      return Dictionary(columns.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    case .aggregate(_, let keys, _): return Dictionary(uniqueKeysWithValues: Array(keys.enumerated()))
    default: return [:]
    }
  }

  /// Gives each side of a join the filters that look at it alone, unless they would take away partners of rows that stay;
  /// the others stay above.
  private static func push(
    _ filters: [RowFilter], intoJoin left: LogicalPlan, _ right: LogicalPlan, _ keys: JoinKeys,
    _ kind: JoinKind, _ plan: LogicalPlan
  ) -> LogicalPlan {
    let border = left.schema.count
    let (leftFilters, others) = divide(filters) { columns in
      !kind.keepsRight && columns.allSatisfy { $0 < border }
    }
    let (rightFilters, above) = divide(others) { columns in
      !kind.keepsLeft && !columns.isEmpty && columns.allSatisfy { $0 >= border }
    }
    let join = plan.replacing(
      .join(
        push(leftFilters, into: left),
        push(rightFilters.map { $0.mappingColumns { $0 - border } }, into: right),
        keys, kind))
    return keep(above, above: join)
  }

  /// Divides filters by the columns that they look at.
  private static func divide(
    _ filters: [RowFilter], _ isFirst: ([Int]) -> Bool
  ) -> (first: [RowFilter], second: [RowFilter]) {
    (filters.filter { isFirst($0.columns) }, filters.filter { !isFirst($0.columns) })
  }

  /// Puts filters above a plan, if there are any.
  private static func keep(_ filters: [RowFilter], above plan: LogicalPlan) -> LogicalPlan {
    guard let rest = conjunction(filters) else { return plan }
    return LogicalPlan(schema: plan.schema, operation: .filter(plan, rest))
  }

  /// The filters of which all must be met for one to be.
  private static func conjuncts(of filter: RowFilter) -> [RowFilter] {
    if case .all(let parts) = filter { return parts.flatMap(conjuncts) }
    return [filter]
  }

  /// One filter that is met where all of some are; nil for none.
  private static func conjunction(_ filters: [RowFilter]) -> RowFilter? {
    filters.count > 1 ? .all(filters) : filters.first
  }
}

extension LogicalPlan {
  /// Returns the same operation of one input over what is made of that input, which has the same columns.
  fileprivate func replacingInput(_ body: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch operation {
    case .compute(let input, let expressions): replacing(.compute(body(input), expressions))
    case .distinct(let input, let columns): replacing(.distinct(body(input), columns: columns))
    case .aggregate(let input, let keys, let aggregates):
      replacing(.aggregate(body(input), keys: keys, aggregates))
    default: self
    }
  }
}
