import InlayColumns
import InlayEngine

/// The columns at every node of a job, known once the columns of its sources are.
public struct JobColumns: Sendable {
  /// What does not fit together, in the order of the document: a key that no input has, a name that occurs twice.
  public let findings: [JobFinding]
  /// The names of the columns that each node gives, by node id; a node behind a fault is not in it, nor one that gives a
  /// collection of tables.
  public let names: [String: [String]]
}

extension JobGraph {
  /// Follows the columns of the sources through the graph, before any row is read.
  ///
  /// The columns are taken to be strings, as those of CSV files are.
  ///
  /// - Parameter sources: the names of the columns of each source, by node id. What hangs on a source that is not
  ///   in it is left out.
  /// - Complexity: linear in the number of nodes times columns.
  public func columns(ofSources sources: [String: [String]]) -> JobColumns {
    columns(ofSources: sources.mapValues { Schema($0.map { Field($0, .string) }) })
  }

  /// Follows columns of any types through the graph.
  func columns(ofSources sources: [String: Schema]) -> JobColumns {
    var plans: [Int: LogicalPlan] = [:]
    for (position, vertex) in vertices.enumerated() {
      guard let schema = sources[vertex.node.id] else { continue }
      plans[position] = .scan(MemorySource(schema: schema, batches: []), label: vertex.node.label)
    }
    let flow = JobFlow(self, sources: plans)
    let names = flow.plans.map { (vertices[$0.key].node.id, $0.value.schema.names) }
    return JobColumns(
      findings: JobFinding.sorted(flow.findings, by: vertices.map(\.node)),
      names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
  }
}
