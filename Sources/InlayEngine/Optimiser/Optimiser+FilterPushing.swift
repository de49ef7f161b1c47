import InlayColumns

extension Optimiser {
  /// Lets filters go down as far as they can: into the scans, which may skip what cannot meet them.
  static func pushFilters(_ plan: LogicalPlan) -> LogicalPlan { push([], into: plan) }

  /// Returns a plan that gives those rows of a plan that meet all of some filters over its columns.
  ///
  /// Below joins and projections a filter looks at the same values as above them, so the rows are the same.
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
    case .join(let left, let right, let keys):
      return push(filters, intoJoin: left, right, keys, plan)
    }
  }

  /// Gives each side of a join the filters that look at it alone; those that look at both stay above.
  private static func push(
    _ filters: [RowFilter], intoJoin left: LogicalPlan, _ right: LogicalPlan, _ keys: JoinKeys,
    _ plan: LogicalPlan
  ) -> LogicalPlan {
    let border = left.schema.count
    var (leftFilters, rightFilters, above) = ([RowFilter](), [RowFilter](), [RowFilter]())
    for filter in filters {
      let columns = filter.columns
      if !columns.isEmpty && columns.allSatisfy({ $0 >= border }) {
        rightFilters.append(filter.mappingColumns { $0 - border })
      } else if columns.allSatisfy({ $0 < border }) {
        leftFilters.append(filter)
      } else {
        above.append(filter)
      }
    }
    let join = plan.replacing(.join(push(leftFilters, into: left), push(rightFilters, into: right), keys))
    guard let rest = conjunction(above) else { return join }
    return LogicalPlan(schema: plan.schema, operation: .filter(join, rest))
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
  /// Returns a plan of the same columns and label with another operation.
  fileprivate func replacing(_ operation: Operation) -> LogicalPlan {
    LogicalPlan(schema: schema, operation: operation, label: label)
  }
}
