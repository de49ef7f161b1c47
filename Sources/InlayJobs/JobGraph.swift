public import InlayBytes

/// The graph of a job: its nodes with what they do, how their rows flow, and everything that is wrong with it.
///
/// Any document makes a graph, so that all findings are seen at once and a faulty job can still be drawn. Only a
/// graph without errors can run (``requireRunnable()``).
public struct JobGraph: Sendable {
  /// One node with its place in the graph.
  struct Vertex: Sendable {
    let node: JobNode
    /// What the node does; nothing when it has errors or its type is not known.
    let operation: (any JobOperation)?
    /// The positions of the nodes it takes rows from; nothing for an id that no node has.
    let inputs: [Int?]
    /// The positions of the nodes that take its rows.
    var consumers: [Int] = []

    /// What the node does, when it has as many inputs as that takes.
    var readyOperation: (any JobOperation)? {
      operation.flatMap { type(of: $0).inputCount.contains(inputs.count) ? $0 : nil }
    }
  }

  /// The document that the graph was made of.
  public let document: JobDocument
  /// What was found, in the order of the document.
  public let findings: [JobFinding]
  /// The nodes in the order of the document.
  let vertices: [Vertex]
  /// The positions of the nodes, each after those it takes rows from; nodes on a cycle, and behind one, are left out.
  let order: [Int]
  /// The positions of the nodes that a run has to do with: the targets, and those whose rows they need.
  let needed: Set<Int>

  /// Makes the graph of a document and checks all that can be known before data is looked at.
  ///
  /// - Complexity: linear in the size of the document.
  public init(_ document: JobDocument) {
    self.init(document, replacing: [:])
  }

  /// Makes the graph of a document in which files stand for the rows of some nodes.
  ///
  /// - Parameter replaced: the files, by node id.
  init(_ document: JobDocument, replacing replaced: [String: String]) {
    var check = GraphCheck(document, replacing: replaced)
    self.document = document
    vertices = check.vertices
    order = check.checkFlow()
    needed = check.checkTargets()
    let leftOut = check.leftOut(by: replaced, needed: needed)
    findings = check.sortedFindings().filter { !leftOut.contains($0.nodeID ?? "") }
  }

  /// Whether nothing that was found keeps the job from running.
  public var isRunnable: Bool {
    !findings.contains { $0.severity == .error }
  }

  /// Lets a graph without errors pass.
  ///
  /// - Throws: `invalidJob` with all errors, each with its node and what to change.
  public func requireRunnable() throws(InlayError) {
    if let error = InlayError(findings, in: document.file) { throw error }
  }
}
