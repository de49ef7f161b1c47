import InlayColumns

/// Says in words what the operations of plans do. A new operation needs one line in each of both functions.
enum PlanWords {
  /// Returns what the topmost operation does, on one line.
  static func describe(_ plan: LogicalPlan) -> String {
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      scan(of: columns.count, among: source.schema.count) + on(filter?.columns ?? [], of: source.schema)
    case .project(let input, _): "project \(share(plan.schema.count, of: input.schema.count))"
    case .compute(let input, let expressions): "compute \(computed(expressions, of: input, plan.schema))"
    case .filter(let input, let filter): "filter\(on(filter.columns, of: input.schema))"
    case .condition(let input, let condition): "filter\(on(condition.columns.sorted(), of: input.schema))"
    case .join(let left, let right, let keys, let kind): "join \(kind.words) on \(pairs(keys, left, right))"
    case .union(let inputs): "union of \(inputs.count)"
    case .distinct(let input, let columns): "distinct\(by(columns, of: input.schema))"
    case .aggregate(let input, let keys, let aggregates):
      "aggregate \(list(aggregates.map(\.name)))\(by(keys, of: input.schema))"
    case .sort(let input, let orders): "sort\(by(orders.map(\.column), of: input.schema))"
    case .limit(_, let count): "limit \(count)"
    }
  }

  /// Returns the kind of operator that runs the topmost operation; of a join the last one.
  static func kind(of plan: LogicalPlan) -> OperatorReport.Kind {
    switch plan.operation {
    case .scan: .scan
    case .project: .project
    case .compute: .compute
    case .filter, .condition: .filter
    case .join: .probe
    case .union: .union
    case .distinct: .distinct
    case .aggregate: .aggregate
    case .sort: .sort
    case .limit: .limit
    }
  }

  private static func scan(of count: Int, among total: Int) -> String { "scan \(share(count, of: total))" }

  private static func share(_ count: Int, of total: Int) -> String {
    "\(count)\(count == total ? "" : " of \(total)") column\(total == 1 ? "" : "s")"
  }

  private static func on(_ columns: [Int], of schema: Schema) -> String {
    columns.isEmpty ? "" : " where \(list(columns.map { schema[$0].name }))"
  }

  private static func by(_ columns: [Int], of schema: Schema) -> String {
    columns.isEmpty || columns.count == schema.count ? "" : " by \(list(columns.map { schema[$0].name }))"
  }

  private static func pairs(_ keys: JoinKeys, _ left: LogicalPlan, _ right: LogicalPlan) -> String {
    list(zip(keys.left, keys.right).map { "\(left.schema[$0].name) = \(right.schema[$1].name)" })
  }

  /// Names the columns that are not merely passed on.
  private static func computed(_ expressions: [Expression], of input: LogicalPlan, _ schema: Schema) -> String
  {
    let names = zip(expressions, schema.fields).filter { expression, _ in
      if case .column = expression { false } else { true }
    }.map(\.1.name)
    return names.isEmpty ? share(schema.count, of: input.schema.count) : list(names)
  }

  private static let listLimit = 4

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(listLimit).joined(separator: ", ")
    return texts.count > listLimit ? "\(shown) and \(texts.count - listLimit) more" : shown
  }
}

extension JoinKind {
  fileprivate var words: String {
    switch self {
    case .inner, .left, .right, .full: rawValue
    case .leftSemi: "left semi"
    case .leftAnti: "left anti"
    }
  }
}
