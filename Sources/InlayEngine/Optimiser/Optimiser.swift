/// Turns a plan into one that gives the same rows for less work.
///
/// Each rule is a function from plan to plan in a file of its own. What a rule decides flows down to the sources once,
/// before anything runs.
public enum Optimiser {
  /// Applies all rules.
  public static func optimise(_ plan: LogicalPlan) -> LogicalPlan {
    pushLimits(pruneColumns(pushFilters(plan)))
  }
}
