import InlayColumns

/// Computes functions of one group of all rows when their distinct values do not fit in memory: by one pass over the rows
/// for each column whose distinct values are asked for, and one for all other functions.
struct SingleGroupPasses {
  let pipelines: PlanPipelines
  let context: RunContext

  /// Returns the one row of an aggregation without keys.
  func rows(of plan: LogicalPlan) throws -> MaterialisedRows {
    guard case .aggregate(let input, _, let aggregates) = plan.operation else {
      preconditionFailure("the plan groups rows")
    }
    var columns = [Column?](repeating: nil, count: aggregates.count)
    for column in Set(aggregates.map(\.distinctColumn)).sorted(by: { $0 ?? -1 < $1 ?? -1 }) {
      let positions = aggregates.indices.filter { aggregates[$0].distinctColumn == column }
      let values = try values(of: positions.map { aggregates[$0] }, distinctIn: column, of: input)
      for (position, value) in zip(positions, values) { columns[position] = value }
    }
    let row = RecordBatch(schema: plan.schema, columns: columns.compactMap { $0 }, rowCount: 1)
    return try MaterialisedRows([row], schema: plan.schema)
  }

  /// Returns a column of one value for each of some functions.
  ///
  /// - Parameter column: The column whose distinct values they are of; nil when they are of all rows.
  private func values(
    of aggregates: [Aggregate], distinctIn column: Int?, of input: LogicalPlan
  ) throws -> [Column] {
    let rows = try column.map { try input.projecting([$0]).distinct() } ?? input
    let plan = try rows.aggregating(by: [], column == nil ? aggregates : aggregates.map(\.ofDistinctRows))
    let sink = CollectingSink()
    let pipeline = try pipelines.pipeline(of: Optimiser.optimise(plan))
    try pipelines.run(pipeline, into: sink, OperatorMetrics(.aggregate, label: nil))
    return aggregates.indices.map { position in
      Column.concatenating(sink.batches.map { $0.columns[position] }, type: plan.schema[position].type)
    }
  }
}

extension Aggregate {
  /// The column whose distinct values the function is of; nil for those of all values.
  var distinctColumn: Int? { function == .countDistinct || function == .sumDistinct ? column : nil }

  /// The same of rows of which each has another value in its only column.
  fileprivate var ofDistinctRows: Aggregate {
    Aggregate(function == .countDistinct ? .count : .sum, of: 0, name: name)
  }
}
