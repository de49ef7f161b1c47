import InlayBytes
import InlayColumns

/// Makes pipelines of plans. What must see all of its rows first, such as the build side of a join, is run on the way.
final class PlanPipelines {
  private let context: RunContext
  /// The scans of the run, in the order in which they were begun, and where their work is counted.
  private(set) var scans: [(scan: any BatchScan, metrics: OperatorMetrics)] = []

  init(_ context: RunContext) { self.context = context }

  /// Makes the pipeline that gives a plan's rows.
  func pipeline(of plan: LogicalPlan) throws -> Pipeline {
    switch plan.operation {
    case .scan(let source, let columns, let filter):
      return try scan(source, ScanRequest(columns: columns, filter: filter), of: plan)
    case .project(let input, let columns):
      return try adding(to: input) {
        ProjectOperator(
          schema: plan.schema, columns: columns, metrics: context.metrics(.project, label: plan.label))
      }
    case .compute(let input, let expressions):
      return try adding(to: input) {
        ComputeOperator(
          schema: plan.schema, expressions: expressions, metrics: context.metrics(.compute, label: plan.label)
        )
      }
    case .filter(let input, let filter):
      return try adding(to: input) {
        FilterOperator(
          filter: try BoundFilter(filter, schema: input.schema),
          metrics: context.metrics(.filter, label: plan.label))
      }
    case .condition(let input, let condition):
      return try adding(to: input) {
        ConditionOperator(condition: condition, metrics: context.metrics(.filter, label: plan.label))
      }
    case .join: return try JoinPipelines(self, context).pipeline(of: plan)
    case .union(let inputs):
      let pipelines = try inputs.map(pipeline(of:))
      return Pipeline(
        scan: UnionScan(pipelines, schema: plan.schema),
        scanMetrics: context.metrics(.union, label: plan.label))
    case .distinct, .aggregate, .sort, .limit: return try materialised(plan)
    }
  }

  private func scan(
    _ source: any BatchSource, _ request: ScanRequest, of plan: LogicalPlan
  ) throws -> Pipeline {
    let scan = MonitoredScan(try source.scan(request), schema: plan.schema, monitor: context.monitor)
    let metrics = context.metrics(.scan, label: plan.label)
    scans.append((scan, metrics))
    return Pipeline(scan: scan, scanMetrics: metrics)
  }

  /// Adds a step, which is made when the steps before it are, to a plan's pipeline.
  private func adding(to input: LogicalPlan, _ step: () throws -> any BatchOperator) throws -> Pipeline {
    var pipeline = try pipeline(of: input)
    pipeline.steps.append(try step())
    return pipeline
  }

  /// Runs an operation that must see all rows of its input, and begins with what it gives.
  private func materialised(_ plan: LogicalPlan) throws -> Pipeline {
    let rows: MaterialisedRows
    switch plan.operation {
    case .aggregate: rows = try GroupPipelines(self, context).rows(of: plan, .aggregate)
    case .distinct: rows = try GroupPipelines(self, context).rows(of: plan, .distinct)
    case .limit(let input, let count) where input.isSort:
      rows = try self.rows(of: input, limit: count)
      context.metrics(.limit, label: plan.label).measure(rowsIn: rows.rowCount, rowsOut: { rows.rowCount }) {}
    default: rows = try self.rows(of: plan)
    }
    return Pipeline(scan: rows.scan, scanMetrics: nil)
  }

  /// Runs an operation that must see all rows of its input.
  ///
  /// - Parameter limit: How many rows are wanted of those that a sort gives; nil for all.
  private func rows(of plan: LogicalPlan, limit: Int? = nil) throws -> MaterialisedRows {
    let input = try pipeline(of: plan.inputs[0])
    let (sink, kind) = try sink(of: plan, limit: limit)
    let metrics = context.metrics(kind, label: plan.label)
    try run(input, into: sink, metrics)
    return try metrics.measure(rowsIn: 0, rowsOut: \.rowCount) { try sink.result(giving: plan.schema) }
  }

  private func sink(
    of plan: LogicalPlan, limit: Int?
  ) throws -> (any MaterialisingSink, OperatorReport.Kind) {
    switch plan.operation {
    case .limit(_, let count): return (LimitSink(plan.schema, limit: count, context: context), .limit)
    case .sort(let input, let order):
      return (SortingSink(input.schema, by: order, limit: limit, context: context), .sort)
    default: preconditionFailure("every other operation passes its rows on")
    }
  }

  /// Does something that may be given up, and then forgets what it has counted.
  func attempt<Result>(_ body: () throws -> Result) throws -> Result {
    let (scanCount, mark) = (scans.count, context.mark)
    do {
      return try body()
    } catch let error as GroupsDoNotFit {
      scans.removeLast(scans.count - scanCount)
      context.forget(since: mark)
      throw error
    }
  }

  /// Runs a pipeline into a sink and closes it.
  func run(_ pipeline: Pipeline, into sink: any BatchSink, _ metrics: OperatorMetrics) throws {
    do {
      try PipelineRun(pipeline, into: sink, metrics: metrics, context: context).run(on: context.workers)
      try sink.close()
    } catch {
      sink.abandon()
      throw error
    }
  }
}

extension LogicalPlan {
  fileprivate var isSort: Bool { if case .sort = operation { true } else { false } }
}
