import InlayColumns

extension Optimiser {
  /// Reads only the columns that something above asks for, down to the sources.
  static func pruneColumns(_ plan: LogicalPlan) -> LogicalPlan {
    keep(Array(0..<plan.schema.count), of: plan)
  }

  /// Returns a plan that gives exactly the columns at `wanted`, in that order, under the plan's names for them.
  private static func keep(_ wanted: [Int], of plan: LogicalPlan) -> LogicalPlan {
    let schema = plan.schema.selecting(wanted)
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      return LogicalPlan(
        schema: schema, operation: .scan(source, columns: wanted.map { columns[$0] }, filter: filter),
        label: plan.label)
    case .project(let input, let columns):
      let needed = wanted.map { columns[$0] }
      let distinct = Array(Set(needed)).sorted()
      return project(
        keep(distinct, of: input), positions(of: needed, in: distinct), schema, label: plan.label)
    case .filter(let input, let filter): return keep(wanted, ofFiltered: input, filter, plan)
    case .join(let left, let right, let keys):
      return keep(wanted, ofJoin: left, right, keys, plan)
    }
  }

  /// Keeps what is wanted and what the filter looks at below it, and drops above it what is not wanted.
  private static func keep(
    _ wanted: [Int], ofFiltered input: LogicalPlan, _ filter: RowFilter, _ plan: LogicalPlan
  ) -> LogicalPlan {
    let below = Set(wanted + filter.columns).sorted()
    let places = Dictionary(uniqueKeysWithValues: below.enumerated().map { ($1, $0) })
    let filtered = LogicalPlan(
      schema: plan.schema.selecting(below),
      operation: .filter(keep(below, of: input), filter.mappingColumns { places[$0] ?? $0 }),
      label: plan.label)
    guard below != wanted else { return filtered }
    return project(filtered, positions(of: wanted, in: below), plan.schema.selecting(wanted), label: nil)
  }

  /// Keeps what is wanted and the keys below a join, and drops the keys that are not wanted above it.
  private static func keep(
    _ wanted: [Int], ofJoin left: LogicalPlan, _ right: LogicalPlan, _ keys: JoinKeys, _ plan: LogicalPlan
  ) -> LogicalPlan {
    let border = left.schema.count
    let leftNeeded = Set(wanted.filter { $0 < border } + keys.left).sorted()
    let rightNeeded = Set(wanted.filter { $0 >= border }.map { $0 - border } + keys.right).sorted()
    let below = leftNeeded + rightNeeded.map { $0 + border }
    let join = LogicalPlan(
      schema: plan.schema.selecting(below),
      operation: .join(
        keep(leftNeeded, of: left), keep(rightNeeded, of: right),
        JoinKeys(
          left: positions(of: keys.left, in: leftNeeded), right: positions(of: keys.right, in: rightNeeded))),
      label: plan.label)
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
