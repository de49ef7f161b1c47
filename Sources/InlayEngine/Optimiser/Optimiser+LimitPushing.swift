extension Optimiser {
  /// Lets limits go below what makes one row of each: less is computed then, and a limit that comes to stand above a
  /// sort lets it keep only the first rows.
  static func pushLimits(_ plan: LogicalPlan) -> LogicalPlan {
    guard case .limit(let input, let count) = plan.operation else {
      return plan.replacingInputs(pushLimits)
    }
    switch input.operation {
    case .project(let below, let columns):
      return input.replacing(.project(limiting(below, to: count, as: plan), columns: columns))
    case .compute(let below, let expressions):
      return input.replacing(.compute(limiting(below, to: count, as: plan), expressions))
    default: return plan.replacingInputs(pushLimits)
    }
  }

  private static func limiting(_ plan: LogicalPlan, to count: Int, as limit: LogicalPlan) -> LogicalPlan {
    pushLimits(LogicalPlan(schema: plan.schema, operation: .limit(plan, count), label: limit.label))
  }
}

extension LogicalPlan {
  /// Returns the same operation over what is made of its inputs, which have the same columns.
  fileprivate func replacingInputs(_ body: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch operation {
    case .scan: self
    case .project(let input, let columns): replacing(.project(body(input), columns: columns))
    case .compute(let input, let expressions): replacing(.compute(body(input), expressions))
    case .filter(let input, let filter): replacing(.filter(body(input), filter))
    case .condition(let input, let condition): replacing(.condition(body(input), condition))
    case .join(let left, let right, let keys, let kind):
      replacing(.join(body(left), body(right), keys, kind))
    case .union(let inputs): replacing(.union(inputs.map(body)))
    case .distinct(let input, let columns): replacing(.distinct(body(input), columns: columns))
    case .aggregate(let input, let keys, let aggregates):
      replacing(.aggregate(body(input), keys: keys, aggregates))
    case .sort(let input, let order): replacing(.sort(body(input), order))
    case .limit(let input, let count): replacing(.limit(body(input), count))
    }
  }
}
