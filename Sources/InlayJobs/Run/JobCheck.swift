import InlayEngine

/// All that can be known of a job before a row is read.
///
/// It is found in three steps: in the document, in the places it names, in the columns of its sources. A step is of
/// use only when the ones before found no error.
struct JobCheck {
  /// What was found, up to the first step with errors, in the order of the document.
  private(set) var findings: [JobFinding]
  /// The plan of each source's rows by its position; none when an earlier step found errors.
  private(set) var sources: [Int: LogicalPlan] = [:]
  /// The plans of all nodes; nothing when an earlier step found errors.
  private(set) var flow: JobFlow?
  /// The folders of the targets by the position of their node.
  private(set) var folders: [Int: String] = [:]

  init(_ graph: JobGraph, _ map: LocationMap, _ connector: any JobConnector) {
    findings = graph.findings
    checkPlaces(of: graph, map, connector)
    findings = JobFinding.sorted(findings, by: graph.document.nodes)
  }

  private var hasErrors: Bool {
    findings.contains { $0.severity == .error }
  }

  private mutating func checkPlaces(of graph: JobGraph, _ map: LocationMap, _ connector: any JobConnector) {
    guard !hasErrors else { return }
    let locations = JobLocations(graph, map)
    folders = locations.folders
    findings += locations.findings
    checkColumns(of: graph, locations, connector)
  }

  private mutating func checkColumns(
    of graph: JobGraph, _ locations: JobLocations, _ connector: any JobConnector
  ) {
    guard !hasErrors else { return }
    let opened = JobSources(graph, locations, connector)
    findings += opened.findings
    guard !hasErrors else { return }
    sources = opened.plans(of: graph)
    let flow = JobFlow(graph, sources: sources)
    self.flow = flow
    findings += flow.findings
  }
}
