import InlayBytes
import InlayColumns

/// Runs what groups rows: in memory, or, when the groups turn out not to fit, once more by way of temporary files.
struct GroupPipelines {
  private let pipelines: PlanPipelines
  private let context: RunContext

  init(_ pipelines: PlanPipelines, _ context: RunContext) {
    self.pipelines = pipelines
    self.context = context
  }

  /// Returns the groups' rows.
  func rows(of plan: LogicalPlan, _ kind: OperatorReport.Kind) throws -> MaterialisedRows {
    let (grouping, numbered) = Self.groupings(of: plan)
    do {
      return try pipelines.attempt {
        let input = try pipelines.pipeline(of: plan.inputs[0])
        let metrics = context.metrics(kind, label: plan.label)
        let lease = Self.grows(plan) ? MemoryLease(context.budget) : nil
        let sink = GroupingSink(grouping, on: context.workers, lease: lease)
        try pipelines.run(input, into: sink, metrics)
        return try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) { try sink.result(giving: plan.schema) }
      }
    } catch is GroupsDoNotFit where grouping.keys.isEmpty {
      return try SingleGroupPasses(pipelines: pipelines, context: context).rows(of: plan)
    } catch is GroupsDoNotFit {
      let input = try pipelines.pipeline(of: plan.inputs[0])
      let metrics = context.metrics(kind, label: plan.label)
      return try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) {
        try SpilledGroups(pipelines: pipelines, context: context, grouping: numbered, metrics: metrics)
          .rows(of: input)
      }
    }
  }

  /// Whether what is kept grows with the rows: one group of all of them takes little but for distinct values.
  private static func grows(_ plan: LogicalPlan) -> Bool {
    guard case .aggregate(_, let keys, let aggregates) = plan.operation, keys.isEmpty else { return true }
    return aggregates.contains { $0.distinctColumn != nil }
  }

  private static func groupings(of plan: LogicalPlan) -> (Grouping, NumberedGrouping) {
    switch plan.operation {
    case .aggregate(let input, let keys, let aggregates):
      return (
        Grouping(aggregating: input.schema, keys: keys, aggregates),
        NumberedGrouping(aggregating: input.schema, keys: keys, aggregates, giving: plan.schema)
      )
    case .distinct(let input, let columns):
      return (
        Grouping(distinct: input.schema, on: columns), NumberedGrouping(distinct: input.schema, on: columns)
      )
    default: preconditionFailure("the plan groups rows")
    }
  }
}
