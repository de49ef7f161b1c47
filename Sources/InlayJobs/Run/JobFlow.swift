import InlayBytes
import InlayColumns
import InlayEngine

/// What a node gives to those that take its rows.
enum JobRows {
  /// One table.
  case table(LogicalPlan)
  /// Several tables with names, of which one is to be chosen.
  case collection([JobFrame])
}

/// A table as an operation sees it.
struct JobFrame {
  /// What messages call it: the name and id of the node that gives it, or its name in a collection.
  let label: String
  /// What makes its rows.
  let plan: LogicalPlan

  /// The names of its columns, in order.
  var names: [String] { plan.schema.names }
}

/// Follows rows through a graph: makes the plan of each node of the plans of those before it.
struct JobFlow {
  /// The plan of each node that gives or takes one table, by its position; a node behind a fault has none.
  private(set) var plans: [Int: LogicalPlan] = [:]
  /// What does not fit together, node by node as rows flow.
  private(set) var findings: [JobFinding] = []
  /// What must be read before the plans are final, by the position of the node that asks.
  private(set) var openSurveys: [Int: LogicalPlan] = [:]
  private let graph: JobGraph
  private let surveys: [Int: [RecordBatch]]
  private var rows: [Int: JobRows] = [:]
  /// The nodes whose columns are not known for sure before a survey is read.
  private var provisional: Set<Int> = []

  /// Follows the rows of some sources.
  ///
  /// - Parameters:
  ///   - sources: The plan of each source, by the position of its node. What hangs on a source that is not in it is left
  ///     out.
  ///   - surveys: What was read for the nodes that need it, by their positions.
  init(_ graph: JobGraph, sources: [Int: LogicalPlan], surveys: [Int: [RecordBatch]] = [:]) {
    self.graph = graph
    self.surveys = surveys
    for position in graph.order { follow(position, sources) }
  }

  private mutating func follow(_ position: Int, _ sources: [Int: LogicalPlan]) {
    let vertex = graph.vertices[position]
    var report = NodeReport(vertex.node)
    if vertex.inputs.contains(where: { $0.map(provisional.contains) == true }) {
      provisional.insert(position)
    }
    let output = rows(of: vertex, at: position, sources[position], &report)
    findings += report.findings
    guard !report.hasErrors, let output else { return }
    rows[position] = output
    if case .table(let plan) = output { plans[position] = plan }
  }

  private mutating func rows(
    of vertex: JobGraph.Vertex, at position: Int, _ source: LogicalPlan?, _ report: inout NodeReport
  ) -> JobRows? {
    switch vertex.readyOperation {
    case is any JobSource:
      if let source { Self.check(source.schema.names, of: vertex.operation, &report) }
      return source.map { .table($0) }
    case let choice as SelectFromCollection:
      return collection(before: vertex).flatMap { choice.plan(of: $0, reporting: &report) }.map { .table($0) }
    case let split as any JobSplit:
      guard let input = tables(before: vertex, &report)?.first else { return nil }
      return split.collection(of: input, reporting: &report).map { .collection($0) }
    case let transform as any SurveyingTransform:
      guard let input = tables(before: vertex, &report)?.first else { return nil }
      return surveyed(transform, at: position, input, &report).map { .table($0) }
    case let transform as any JobTransform:
      return tables(before: vertex, &report).flatMap { transform.plan(of: $0, reporting: &report) }
        .map { .table($0) }
    case let target as any JobTarget:
      guard let plan = tables(before: vertex, &report)?.first?.plan else { return nil }
      Self.check(plan.schema.names, ofTarget: &report)
      Self.check(target.files.partitionKeys, in: plan.schema.names, &report)
      return report.attempt { label in .table(try plan.inTexts(of: target, label: label)) }
    default: return nil
    }
  }

  /// Returns the plan of an operation that depends on rows, and asks for them when they are not known.
  private mutating func surveyed(
    _ transform: any SurveyingTransform, at position: Int, _ input: JobFrame, _ report: inout NodeReport
  ) -> LogicalPlan? {
    if surveys[position] == nil {
      let survey = transform.survey(of: input, reporting: &report)
      if provisional.insert(position).inserted { openSurveys[position] = survey }
    }
    return transform.plan(of: input, survey: surveys[position], reporting: &report)
  }

  /// Returns the tables that a node takes; nothing when one of them is not known.
  private func tables(before vertex: JobGraph.Vertex, _ report: inout NodeReport) -> [JobFrame]? {
    var frames: [JobFrame] = []
    for (index, input) in vertex.inputs.enumerated() {
      guard let input, let rows = rows[input] else { continue }
      let label = graph.vertices[input].node.label
      switch rows {
      case .table(let plan): frames.append(JobFrame(label: label, plan: plan))
      case .collection:
        report.error(
          "Inputs[\(index)]",
          "The input gives a collection of tables; put a SelectFromCollection between, which takes one of them. "
            + "Found \(label).")
      }
    }
    return frames.count == vertex.inputs.count ? frames : nil
  }

  /// Returns the collection that a node chooses from. One table is a collection of one.
  private func collection(before vertex: JobGraph.Vertex) -> [JobFrame]? {
    guard let input = vertex.inputs.first ?? nil, let rows = rows[input] else { return nil }
    switch rows {
    case .table(let plan): return [JobFrame(label: graph.vertices[input].node.label, plan: plan)]
    case .collection(let frames): return frames
    }
  }
}

extension JobFlow {
  private static func check(
    _ names: [String], of source: (any JobOperation)?, _ report: inout NodeReport
  ) {
    if names.isEmpty {
      if let json = source as? S3JSONSource {
        json.reportNoColumns(&report)
      } else {
        report.error("Paths", "The files are empty, so the source has no columns.")
      }
    }
    for name in repeated(in: names) {
      report.error("Paths", "The header names two columns alike; rename one of them. Found \(quoted(name)).")
    }
  }

  private static func check(_ names: [String], ofTarget report: inout NodeReport) {
    for name in repeated(in: names) {
      report.error(
        "Inputs[0]",
        "Two columns have one name, which no file can hold; drop or rename one of them before. "
          + "Found \(quoted(name)).")
    }
  }

  private static func check(_ keys: [String], in names: [String], _ report: inout NodeReport) {
    for (index, key) in keys.enumerated() where !names.contains(key) {
      report.error(
        "PartitionKeys[\(index)]",
        "There is no such column to partition by; \(names.meant(by: key)) Found \(quoted(key)).")
    }
    if !keys.isEmpty, names.allSatisfy(keys.contains) {
      report.error(
        "PartitionKeys",
        "The files of a partitioned table need a column of their own; leave a partition key out.")
    }
  }

  private static func repeated(in names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
