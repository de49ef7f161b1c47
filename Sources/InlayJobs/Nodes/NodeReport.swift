import InlayBytes

/// Gathers what is found about one node.
struct NodeReport {
  let node: JobNode
  private(set) var findings: [JobFinding] = []

  init(_ node: JobNode) {
    self.node = node
  }

  var hasErrors: Bool {
    findings.contains { $0.severity == .error }
  }

  /// Adds an error at a place within the node, such as `Columns[0].Keys`; at the node itself when it is empty.
  mutating func error(_ member: String, _ message: String) {
    add(.error, member, message)
  }

  /// Adds an error about what an option of the command says of the node, which is at no place in the document.
  mutating func error(ofOption option: String, _ message: String) {
    findings.append(JobFinding(.error, node: node, path: option, message))
  }

  /// Adds an error about what the node is, at the place where its document says that.
  mutating func errorAboutKind(_ message: String) {
    error(node.origin.kindMember, message)
  }

  /// Adds a warning at a place within the node.
  mutating func warning(_ member: String, _ message: String) {
    add(.warning, member, message)
  }

  /// Returns what `body` makes, given the node's label; reports the error that it throws instead, at a place within the
  /// node.
  mutating func attempt<Result>(_ member: String = "", _ body: (_ label: String) throws -> Result) -> Result?
  {
    do {
      return try body(node.label)
    } catch let error as InlayError {
      let column = error.location.column.map { " Found the column \(quoted($0))." } ?? ""
      self.error(member, error.message.asSentence() + column)
    } catch {
      self.error(member, "\(error)")
    }
    return nil
  }

  private mutating func add(_ severity: JobFinding.Severity, _ member: String, _ message: String) {
    findings.append(JobFinding(severity, node: node, path: node.path(of: member), message))
  }
}

extension String {
  /// Returns the text with a great letter first and a full stop at its end, as findings are written.
  fileprivate func asSentence() -> String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
