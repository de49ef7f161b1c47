import InlayColumns

extension Optimiser {
  /// Reads only the columns that something above asks for, down to the sources.
  static func pruneColumns(_ plan: LogicalPlan) -> LogicalPlan {
    keep(Array(0..<plan.schema.count), of: plan)
  }

  /// Returns a plan that gives exactly the columns at `wanted`, in that order, under the plan's names for them.
  static func keep(_ wanted: [Int], of plan: LogicalPlan) -> LogicalPlan {
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      return LogicalPlan(
        schema: plan.schema.selecting(wanted),
        operation: .scan(source, columns: wanted.map { columns[$0] }, filter: filter), label: plan.label)
    case .project(let input, let columns):
      let needed = wanted.map { columns[$0] }
      let distinct = Array(Set(needed)).sorted()
      return project(
        keep(distinct, of: input), positions(of: needed, in: distinct), plan.schema.selecting(wanted),
        label: plan.label)
    case .compute(let input, let expressions):
      return keep(wanted, ofComputed: input, expressions, plan)
    case .filter(let input, let filter):
      return keep(wanted, of: plan, beside: filter.columns) { below, place in
        .filter(keep(below, of: input), filter.mappingColumns(place))
      }
    case .condition(let input, let condition):
      return keep(wanted, of: plan, beside: condition.columns) { below, place in
        .condition(keep(below, of: input), condition.mappingColumns(place))
      }
    case .distinct(let input, let columns):
      return keep(wanted, of: plan, beside: columns) { below, place in
        .distinct(keep(below, of: input), columns: columns.map(place))
      }
    case .sort(let input, let order):
      return keep(wanted, of: plan, beside: order.map(\.column)) { below, place in
        .sort(keep(below, of: input), order.map { $0.mappingColumn(place) })
      }
    case .aggregate(let input, let keys, let aggregates):
      return keep(wanted, ofGrouped: input, keys, aggregates, plan)
    case .limit(let input, let count):
      return plan.keeping(wanted, .limit(keep(wanted, of: input), count))
    case .union(let inputs): return plan.keeping(wanted, .union(inputs.map { keep(wanted, of: $0) }))
    case .join(let left, let right, let keys, let kind):
      return keep(wanted, ofJoin: left, right, keys, kind, plan)
    }
  }

  /// Keeps, below an operation that passes columns on, what is wanted and what the operation itself looks at, and drops
  /// above it what is not wanted.
  private static func keep(
    _ wanted: [Int], of plan: LogicalPlan, beside own: [Int],
    _ operation: (_ below: [Int], _ place: (Int) -> Int) -> LogicalPlan.Operation
  ) -> LogicalPlan {
    let below = Set(wanted + own).sorted()
    let places = Dictionary(uniqueKeysWithValues: below.enumerated().map { ($1, $0) })
    let kept = plan.keeping(below, operation(below) { places[$0] ?? $0 })
    guard below != wanted else { return kept }
    return project(kept, positions(of: wanted, in: below), plan.schema.selecting(wanted), label: nil)
  }

  /// Computes only what is wanted.
  private static func keep(
    _ wanted: [Int], ofComputed input: LogicalPlan, _ expressions: [Expression], _ plan: LogicalPlan
  ) -> LogicalPlan {
    let chosen = wanted.map { expressions[$0] }
    let below = Set(chosen.flatMap(\.columns)).sorted()
    let places = Dictionary(uniqueKeysWithValues: below.enumerated().map { ($1, $0) })
    return plan.keeping(
      wanted, .compute(keep(below, of: input), chosen.map { $0.mappingColumns { places[$0] ?? $0 } }))
  }

  /// Groups by all keys, and computes of each group only what is wanted.
  private static func keep(
    _ wanted: [Int], ofGrouped input: LogicalPlan, _ keys: [Int], _ aggregates: [Aggregate],
    _ plan: LogicalPlan
  ) -> LogicalPlan {
    let computed = aggregates.indices.filter { wanted.contains(keys.count + $0) }
    let below = Set(keys + computed.compactMap { aggregates[$0].column }).sorted()
    let places = Dictionary(uniqueKeysWithValues: below.enumerated().map { ($1, $0) })
    let given = Array(keys.indices) + computed.map { keys.count + $0 }
    let grouped = plan.keeping(
      given,
      .aggregate(
        keep(below, of: input), keys: keys.map { places[$0] ?? $0 },
        computed.map { aggregates[$0].mappingColumn { places[$0] ?? $0 } }))
    guard given != wanted else { return grouped }
    return project(grouped, positions(of: wanted, in: given), plan.schema.selecting(wanted), label: nil)
  }

  /// Keeps what is wanted and the keys below a join, and drops the keys that are not wanted above it.
  private static func keep(
    _ wanted: [Int], ofJoin left: LogicalPlan, _ right: LogicalPlan, _ keys: JoinKeys, _ kind: JoinKind,
    _ plan: LogicalPlan
  ) -> LogicalPlan {
    let border = left.schema.count
    let leftNeeded = Set(wanted.filter { $0 < border } + keys.left).sorted()
    let rightNeeded = Set(wanted.filter { $0 >= border }.map { $0 - border } + keys.right).sorted()
    let below = leftNeeded + (kind.givesRightColumns ? rightNeeded.map { $0 + border } : [])
    let join = plan.keeping(
      below,
      .join(
        keep(leftNeeded, of: left), keep(rightNeeded, of: right),
        JoinKeys(
          left: positions(of: keys.left, in: leftNeeded), right: positions(of: keys.right, in: rightNeeded)),
        kind))
    guard below != wanted else { return join }
    return project(join, positions(of: wanted, in: below), plan.schema.selecting(wanted), label: nil)
  }

  /// Projects a plan; one that only drops join keys, and is nobody's node, is merged into what stands above it.
  private static func project(
    _ input: LogicalPlan, _ columns: [Int], _ schema: Schema, label: String?
  ) -> LogicalPlan {
    if case .project(let inner, let below) = input.operation, input.label == nil {
      return LogicalPlan(
        schema: schema, operation: .project(inner, columns: columns.map { below[$0] }), label: label)
    }
    return LogicalPlan(schema: schema, operation: .project(input, columns: columns), label: label)
  }

  /// Returns where each of `columns` stands in `kept`, which holds all of them.
  private static func positions(of columns: [Int], in kept: [Int]) -> [Int] {
    columns.compactMap { kept.firstIndex(of: $0) }
  }
}

extension LogicalPlan {
  /// Returns an operation that gives those of this plan's columns that stand at `positions`.
  fileprivate func keeping(_ positions: [Int], _ operation: Operation) -> LogicalPlan {
    LogicalPlan(schema: schema.selecting(positions), operation: operation, label: label)
  }
}

extension SortOrder {
  /// Returns the same order by another position of its column.
  fileprivate func mappingColumn(_ position: (Int) -> Int) -> SortOrder {
    SortOrder(position(column), descending: isDescending, nullsFirst: nullsFirst)
  }
}

extension Aggregate {
  /// Returns the same of another position of its column.
  fileprivate func mappingColumn(_ position: (Int) -> Int) -> Aggregate {
    Aggregate(function, of: column.map(position), name: name)
  }
}
