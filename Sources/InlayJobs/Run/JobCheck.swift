import InlayEngine

/// All that can be known of a job before a row is read.
///
/// It is found in three steps: in the document, in the places it names, in the columns of its sources. Each step looks at
/// all that the faults found before leave open, so that a document's author sees everything at once.
struct JobCheck {
  /// What was found, in the order of the document.
  let findings: [JobFinding]
  /// The plan of each source's rows by its position, but for those that cannot be opened.
  let sources: [Int: LogicalPlan]
  /// The plans of all nodes but those behind a fault.
  let flow: JobFlow
  /// The folders of the targets by the position of their node.
  let folders: [Int: String]

  init(_ graph: JobGraph, _ map: LocationMap, _ connector: any JobConnector) {
    let locations = JobLocations(graph, map)
    let opened = JobSources(graph, locations, connector)
    folders = locations.folders
    sources = opened.plans(of: graph)
    flow = JobFlow(graph, sources: sources)
    findings = JobFinding.sorted(
      graph.findings + locations.findings + opened.findings + flow.findings, by: graph.document.nodes)
  }
}
