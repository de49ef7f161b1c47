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
        // One group of all rows is not divided, and takes little but for what its functions keep.
        let lease = grouping.keys.isEmpty ? nil : MemoryLease(context.budget)
        let sink = GroupingSink(grouping, on: context.workers, lease: lease)
        try pipelines.run(input, into: sink, metrics)
        return try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) { try sink.result(giving: plan.schema) }
      }
    } catch is GroupsDoNotFit {
      let input = try pipelines.pipeline(of: plan.inputs[0])
      let metrics = context.metrics(kind, label: plan.label)
      return try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) {
        try SpilledGroups(pipelines: pipelines, context: context, grouping: numbered, metrics: metrics)
          .rows(of: input)
      }
    }
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
