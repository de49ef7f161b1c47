public import InlayColumns

/// What is to be computed, without how: a tree of operations over sources.
///
/// A plan is checked as it is made, so every plan that exists can run. Columns are named by position; names matter to
/// people only, and need not be unique inside a plan.
public struct LogicalPlan: Sendable {
  /// The columns that the plan gives.
  public let schema: Schema
  /// What the topmost operation does.
  public let operation: Operation
  /// What the user calls the operation, such as a job's node; reports show it.
  public let label: String?

  /// An operation and its inputs.
  public indirect enum Operation: Sendable {
    /// Gives the columns at `columns` of a source, for the rows that meet a filter over the source's columns, or for all.
    case scan(any BatchSource, columns: [Int], filter: RowFilter?)
    /// Gives the columns at `columns` of its input, under the names of the plan's schema.
    case project(LogicalPlan, columns: [Int])
    /// Gives the values of expressions over its input's columns, under the names of the plan's schema.
    case compute(LogicalPlan, [Expression])
    /// Gives the rows of its input that meet a filter over its columns.
    case filter(LogicalPlan, RowFilter)
    /// Gives the rows of its input for which a condition over its columns is true.
    case condition(LogicalPlan, Expression)
    /// Gives the pairs of rows whose keys are equal, the left row's columns and then the right row's, and what the kind
    /// of the join says of the others.
    case join(LogicalPlan, LogicalPlan, JoinKeys, JoinKind)
    /// Gives the rows of one input after the other.
    case union([LogicalPlan])
    /// Gives, of all rows that are equal in the columns at `columns`, the first.
    case distinct(LogicalPlan, columns: [Int])
    /// Gives a row for each group of rows that are equal in the columns at `keys`: these, and what is computed of the
    /// group. Without keys all rows are one group, even when there are none.
    case aggregate(LogicalPlan, keys: [Int], [Aggregate])
    /// Gives the rows in an order; those that are equal in it stay as they come.
    case sort(LogicalPlan, [SortOrder])
    /// Gives the first rows, at most so many.
    case limit(LogicalPlan, Int)
  }

  init(schema: Schema, operation: Operation, label: String? = nil) {
    self.schema = schema
    self.operation = operation
    self.label = label
  }

  /// The inputs of the topmost operation.
  public var inputs: [LogicalPlan] {
    switch operation {
    case .scan: []
    case .project(let input, _), .compute(let input, _), .filter(let input, _), .condition(let input, _),
      .distinct(let input, _), .aggregate(let input, _, _), .sort(let input, _), .limit(let input, _):
      [input]
    case .join(let left, let right, _, _): [left, right]
    case .union(let inputs): inputs
    }
  }

  /// Returns a plan of the same columns and label with another operation.
  func replacing(_ operation: Operation) -> LogicalPlan {
    LogicalPlan(schema: schema, operation: operation, label: label)
  }
}
