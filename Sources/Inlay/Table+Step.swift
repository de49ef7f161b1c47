import InlayCSV
import InlayColumns
import InlayEngine
import InlayJobs

extension Table {
  /// The last thing that is done to make a table, as it was said: so that a table can be run, and also written down.
  indirect enum Step: Sendable {
    case source(Source)
    case select(Table, [String])
    case drop(Table, [String])
    case rename(Table, String, String)
    case add(Table, String, Expression)
    case filterColumn(Table, String, ColumnCondition)
    case filterText(Table, String)
    case filter(Table, Expression)
    case distinct(Table, [String]?)
    case sort(Table, [ColumnOrder])
    case limit(Table, Int)
    case join(Table, Table, [(String, String)], JoinKind)
    case union([Table])
    case group(Table, [String], [ColumnAggregate])
    case job(JobTable)
  }

  /// Where rows come from.
  struct Source: Sendable {
    /// Where the rows lie, for what writes the table down; nil when it is nowhere else.
    let origin: Origin?
    /// Opens the source.
    let makePlan: @Sendable () throws -> LogicalPlan
  }

  /// Files, as they were named.
  enum Origin: Sendable {
    case csv(path: String, CSVOptions)
    case parquet(path: String)
  }
}

extension Table.Step {
  /// Returns the plan of the step over those of its inputs.
  func plan() throws -> LogicalPlan {
    switch self {
    case .source(let source): return try source.makePlan()
    case .select(let input, let names): return try input.plan().selecting(names)
    case .drop(let input, let names): return try input.plan().dropping(names)
    case .rename(let input, let name, let newName): return try input.plan().renaming(name, to: newName)
    case .add(let input, let name, let value): return try input.plan().adding([(name: name, value: value)])
    case .filterColumn(let input, let column, let condition):
      let plan = try input.plan()
      let position = try plan.schema.position(of: column)
      return try plan.filtering(try condition.filter(column: position, in: plan.schema))
    case .filterText(let input, let text):
      let plan = try input.plan()
      return try plan.filtering(try RowFilter(text: text, schema: plan.schema))
    case .filter(let input, let condition): return try input.plan().filtering(where: condition)
    case .distinct(let input, let names):
      let plan = try input.plan()
      return try plan.distinct(on: try names?.map { try plan.schema.position(of: $0) })
    case .sort(let input, let order): return try Self.sort(input.plan(), order)
    case .limit(let input, let count): return try input.plan().limited(to: count)
    case .join(let left, let right, let keys, let kind):
      return try Self.join(left.plan(), right.plan(), keys, kind)
    case .union(let inputs): return try .union(try inputs.map { try $0.plan() })
    case .job(let table): return try table.plan()
    case .group(let input, let keys, let aggregates): return try Self.group(input.plan(), keys, aggregates)
    }
  }

  private static func sort(_ plan: LogicalPlan, _ order: [ColumnOrder]) throws -> LogicalPlan {
    try plan.sorted(
      by: order.map {
        SortOrder(
          try plan.schema.position(of: $0.column), descending: $0.isDescending, nullsFirst: $0.nullsFirst)
      })
  }

  private static func join(
    _ left: LogicalPlan, _ right: LogicalPlan, _ keys: [(String, String)], _ kind: JoinKind
  ) throws -> LogicalPlan {
    let positions = JoinKeys(
      left: try keys.map { try left.schema.position(of: $0.0) },
      right: try keys.map { try right.schema.position(of: $0.1) })
    return try left.joined(to: right, keys: positions, kind: kind)
  }

  private static func group(
    _ plan: LogicalPlan, _ keys: [String], _ aggregates: [ColumnAggregate]
  ) throws -> LogicalPlan {
    try plan.aggregating(
      by: keys.map { try plan.schema.position(of: $0) },
      aggregates.map { aggregate in
        Aggregate(
          aggregate.function, of: try aggregate.column.map { try plan.schema.position(of: $0) },
          name: aggregate.name)
      })
  }
}
