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
    /// Gives the rows of its input that meet a filter over its columns.
    case filter(LogicalPlan, RowFilter)
    /// Gives each pair of rows whose keys are equal: the left row's columns, then the right row's.
    case join(LogicalPlan, LogicalPlan, JoinKeys)
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
    case .project(let input, _), .filter(let input, _): [input]
    case .join(let left, let right, _): [left, right]
    }
  }
}

/// The columns whose values an equi-join compares, pair by pair.
public struct JoinKeys: Hashable, Sendable {
  /// Positions in the left input.
  public var left: [Int]
  /// Positions in the right input, as many.
  public var right: [Int]

  /// Makes keys from positions.
  public init(left: [Int], right: [Int]) {
    self.left = left
    self.right = right
  }
}
