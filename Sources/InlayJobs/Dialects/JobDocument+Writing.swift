public import InlayBytes
public import InlayStorage

extension JobDocument {
  /// Makes a document of nodes that were made in Swift.
  ///
  /// - Parameters:
  ///   - name: The job's name.
  ///   - nodes: Its nodes.
  ///   - dialect: The form to give it.
  /// - Throws: `invalidJob` when two nodes have one id; `limitExceeded` beyond the limits of a document.
  public init(name: String, nodes: [JobNode], dialect: JobDialect = .console) throws(InlayError) {
    var members = JSONObject()
    for node in nodes {
      guard members[node.id] == nil else {
        throw InlayError(.invalidJob, "Two nodes have one id; give each its own. Found \(quoted(node.id)).")
      }
      members[node.id] = ServiceNode.written(node)
    }
    let document = try JobDocument(
      reading: ["Name": .string(name), JobDialect.api.nodesMember: .object(members)])
    try self.init(reading: document.rewritten(in: dialect))
  }

  /// Returns the document in a dialect: in its own as it was read, unknown members included; in another with the same
  /// meaning.
  ///
  /// The settings of the job that every dialect has go with it, and those that CreateJob cannot do without are made up.
  /// Parameters stay, whatever values they were given.
  public func value(in dialect: JobDialect) -> JSONValue {
    if dialect == self.dialect, !layout.nodesPlace.isEmpty || dialect == .console { return root }
    return rewritten(in: dialect)
  }

  /// Returns the document as it is made of what its nodes and settings mean.
  private func rewritten(in dialect: JobDialect) -> JSONValue {
    let settings = JobSettings(of: self)
    switch dialect {
    case .console: return consoleValue(settings)
    case .api:
      var object = settings.members
      object[dialect.nodesMember] = .object(serviceNodes)
      return .object(object)
    case .git:
      var object = settings.lower
      object[dialect.nodesMember] = .string(JSONValue.object(serviceNodes).text(.compact))
      return .object(object)
    }
  }

  /// Returns the document as JSON text with a line end at its end.
  public func text(in dialect: JobDialect) -> String {
    value(in: dialect).text() + "\n"
  }

  /// Writes the document to a file, which appears whole or not at all.
  ///
  /// - Throws: `invalidInput` when there is a file already and `mode` does not let it be replaced; `io` when the system
  ///   refuses.
  public func write(to path: String, in dialect: JobDialect, mode: OutputMode = .error) throws {
    var text = ValueBuilder<UInt8>()
    for byte in self.text(in: dialect).utf8 { text.append(byte) }
    let file = try StagedFile(path: path, mode: mode)
    do {
      try file.output.write(text.rawSpan)
      try file.output.finish()
    } catch {
      file.abandon()
      throw error
    }
    try file.commit()
  }

  /// The nodes as the document has them, with parameters in place of their values.
  private var writtenNodes: [JobNode] {
    var findings: [JobFinding] = []
    return layout.nodes.members.map { layout.read($0.name, $0.value, into: &findings) }
  }

  private var serviceNodes: JSONObject {
    var result = JSONObject()
    for node in writtenNodes {
      result[node.id] = node.origin.kind.isEmpty ? layout.nodes[node.id] : ServiceNode.written(node)
    }
    return result
  }

  private func consoleValue(_ settings: JobSettings) -> JSONValue {
    var dag = JSONObject()
    for node in writtenNodes {
      dag[node.id] = node.type.isEmpty ? layout.nodes[node.id] : ConsoleNode.written(node)
    }
    return [
      "jobConfig": .object(ConsoleSettings.written(settings.members)), "dag": .object(dag),
      "hasBeenSaved": false, "usageProfileName": nil,
    ]
  }
}

extension JobDialect {
  /// The member that holds the nodes.
  var nodesMember: String {
    switch self {
    case .console: "dag"
    case .api: "CodeGenConfigurationNodes"
    case .git: "codeGenConfigurationNodes"
    }
  }
}
