import InlayColumns
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
        let opened = try connector.open(source, files: files.map(\.path))
        self.opened[position] = LocatedSource(source: opened, node: vertex.node.label)
      } catch {
        var report = NodeReport(vertex.node)
        report.error("paths", "\(error)")
        findings += report.findings
      }
    }
  }

  /// The names of the columns of each source, by node id.
  func columns(of graph: JobGraph) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for (position, opened) in opened {
      let vertex = graph.vertices[position]
      guard let source = vertex.operation as? any JobSource else { continue }
      columns[vertex.node.id] = source.columnNames(of: opened.schema)
    }
    return columns
  }
}
