public import InlayBytes

/// Something about a job document that its author should know: what keeps it from running, or what will run
/// differently from what it says.
public struct JobFinding: Hashable, Sendable {
  /// What a finding does to a run.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The job cannot run before this is changed.
    case error
    /// The job runs; the message says what to expect.
    case warning
  }

  /// What the finding does to a run.
  public let severity: Severity
  /// The name of the node it is about; nothing when it is about the whole document.
  public let nodeName: String?
  /// The id of the node it is about; nothing when it is about the whole document.
  public let nodeID: String?
  /// Where in the document it is, such as `dag.node-1.columns[0].keys`.
  public let path: String
  /// What is wrong and what to change.
  public let message: String

  /// Makes a finding.
  public init(_ severity: Severity, node: JobNode?, path: String, _ message: String) {
    self.severity = severity
    nodeName = node?.name
    nodeID = node?.id
    self.path = path
    self.message = message
  }
}

extension JobFinding: CustomStringConvertible {
  /// The severity, the node, the place in the document and the message, on one line.
  public var description: String {
    "\(severity.rawValue): \(place): \(message)"
  }

  /// The node by name and id, and the place in the document.
  var place: String {
    let node = nodeLabel.map { "node \($0), " } ?? ""
    return node + printable(path)
  }

  var nodeLabel: String? {
    guard let nodeName, let nodeID else { return nil }
    return JobNode.label(name: nodeName, id: nodeID)
  }

  /// The finding as a JSON object, for a report.
  public var json: JSONValue {
    [
      "severity": .string(severity.rawValue), "node": nodeName.map(JSONValue.string) ?? .null,
      "nodeId": nodeID.map(JSONValue.string) ?? .null, "path": .string(path), "message": .string(message),
    ]
  }
}

extension InlayError {
  /// Makes the error that a run fails with before it reads data: one finding as it is, several as a list.
  ///
  /// Returns nothing when none of the findings is an error.
  public init?(_ findings: [JobFinding], in file: String?) {
    let errors = findings.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    if errors.count == 1 {
      let path = printable(first.path)
      self.init(.invalidJob, "\(path): \(first.message)", at: Location(node: first.nodeLabel, file: file))
    } else {
      let lines = errors.map { "\n  \($0.place): \($0.message)" }.joined()
      self.init(
        .invalidJob, "The job cannot run before \(errors.count) errors are changed:\(lines)",
        at: Location(file: file))
    }
  }
}
