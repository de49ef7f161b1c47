import InlayColumns
import InlayEngine
import InlayStorage

/// The sources of a job, opened.
struct JobSources {
  /// The sources by the position of their node.
  private(set) var opened: [Int: any BatchSource] = [:]
  /// What keeps a source from being opened.
  private(set) var findings: [JobFinding] = []

  init(_ graph: JobGraph, _ locations: JobLocations, _ connector: any JobConnector) {
    for (position, files) in locations.files.sorted(by: { $0.key < $1.key }) {
      let vertex = graph.vertices[position]
      guard let source = vertex.operation as? any JobSource else { continue }
      do {
        let paths = locations.tables[position].map { [$0] } ?? files.map(\.path)
        let opened = try connector.open(source, files: paths)
        self.opened[position] = LocatedSource(source: opened, node: vertex.node.label)
      } catch {
        var report = NodeReport(vertex.node)
        if source is ReplacedRows {
          report.error(ofOption: ReplacedRows.option, "\(error)")
        } else {
          report.error(source.table == nil ? "Paths" : "Table", "\(error)")
        }
        findings += report.findings
      }
    }
  }

  /// The plans that read the sources, under the names that their nodes give the columns, by position.
  func plans(of graph: JobGraph) -> [Int: LogicalPlan] {
    var plans: [Int: LogicalPlan] = [:]
    for (position, opened) in opened {
      let vertex = graph.vertices[position]
      guard let source = vertex.operation as? any JobSource else { continue }
      plans[position] = Self.scan(opened, of: source, label: vertex.node.label)
    }
    return plans
  }

  private static func scan(_ opened: any BatchSource, of source: any JobSource, label: String) -> LogicalPlan
  {
    let plan = LogicalPlan.scan(opened, label: label)
    let names = source.columnNames(of: opened.schema)
    guard names != opened.schema.names else { return plan }
    return plan.projecting(Array(names.indices), names: names, label: label)
  }
}
