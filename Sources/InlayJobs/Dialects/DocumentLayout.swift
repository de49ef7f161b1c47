import InlayBytes

/// Where the parts of a job stand in a document, which tells the dialects apart: no document names its own.
struct DocumentLayout: Sendable {
  let dialect: JobDialect
  /// The nodes by id, each in the form of the dialect.
  let nodes: JSONObject
  /// The place of the nodes in the document; empty when they are all that it is.
  let nodesPlace: String
  /// The object with the job's settings, of which one member holds the nodes; empty for bare nodes.
  let job: JSONObject
  /// The names and indices that lead to the job from the root.
  let jobSteps: [JSONStep]
  /// Whether the nodes were written as a string that holds JSON.
  let isText: Bool
}

/// One step into a JSON value.
enum JSONStep: Hashable, Sendable {
  case member(String)
  case index(Int)
}

extension DocumentLayout {
  /// The job's name.
  var name: String? {
    switch dialect {
    case .console: job["jobConfig"]?.object?["name"]?.string
    case .api: job["Name"]?.string ?? job["name"]?.string
    case .git: job["name"]?.string ?? job["Name"]?.string
    }
  }

  /// Reads one of the nodes, and adds to `findings` what is wrong with the members that every node has.
  func read(_ id: String, _ value: JSONValue, into findings: inout [JobFinding]) -> JobNode {
    dialect == .console
      ? ConsoleNode.read(id, value, into: &findings)
      : ServiceNode.read(id, value, nodes: nodesPlace, dialect: dialect, into: &findings)
  }
}

extension DocumentLayout {
  /// Finds the parts of a job.
  init(
    of root: JSONValue, limits: JobDocument.Limits, at place: InlayError.Location
  ) throws(InlayError) {
    guard let object = root.object else {
      throw InlayError(.invalidJob, "A job document is a JSON object; found \(root.kind).", at: place)
    }
    if let dag = object["dag"] {
      self = try Self.console(object, dag, at: place)
    } else {
      self = try Self.service(root, object, limits, at: place)
    }
    guard nodes.members.count <= limits.maximumNodes else {
      throw InlayError(
        .limitExceeded,
        "The job has more nodes than allowed (maximumNodes \(limits.maximumNodes)); found \(nodes.members.count).",
        at: place)
    }
  }

  private static func console(
    _ root: JSONObject, _ dag: JSONValue, at place: InlayError.Location
  ) throws(InlayError) -> DocumentLayout {
    guard let nodes = dag.object else {
      throw InlayError(
        .invalidJob, "The member dag must be an object that holds the nodes; found \(dag.kind).", at: place)
    }
    return DocumentLayout(
      dialect: .console, nodes: nodes, nodesPlace: "dag", job: root, jobSteps: [], isText: false)
  }

  /// Finds the job in a document of the API or of a repository, however deep a template has it.
  private static func service(
    _ root: JSONValue, _ object: JSONObject, _ limits: JobDocument.Limits, at place: InlayError.Location
  ) throws(InlayError) -> DocumentLayout {
    var search = NodesSearch()
    search.look(into: root, [])
    if search.found.isEmpty, isBare(object) {
      return DocumentLayout(
        dialect: .api, nodes: object, nodesPlace: "", job: JSONObject(), jobSteps: [], isText: false)
    }
    guard let found = search.visualJobs.first else { throw noJob(object, at: place) }
    guard search.visualJobs.count == 1 else {
      let places = search.visualJobs.map(\.place).prefix(5).joined(separator: ", ")
      throw InlayError(
        .invalidJob,
        "The document has \(search.visualJobs.count) visual jobs; keep the one to work with in a file of its own. Found them "
          + "at \(printable(places)).", at: place)
    }
    return DocumentLayout(
      dialect: found.dialect, nodes: try found.nodes(limits, at: place), nodesPlace: found.place,
      job: found.job, jobSteps: found.steps, isText: found.value.string != nil)
  }

  /// Tells whether the members are nodes, each under its type.
  private static func isBare(_ object: JSONObject) -> Bool {
    !object.members.isEmpty
      && object.members.allSatisfy { node in
        guard let members = node.value.object?.members, members.count == 1 else { return false }
        return ServiceModel.shared.shapeName(ofType: members[0].name) != nil
      }
  }

  /// Tells whether the members are those of a job, as the API, a repository or the console writes a script.
  private static func isScript(_ object: JSONObject) -> Bool {
    let job = object["Job"]?.object ?? object
    return ["Command", "command", "jobConfig"].contains { job[$0] != nil }
  }

  private static func noJob(_ object: JSONObject, at place: InlayError.Location) -> InlayError {
    let reason =
      isScript(object)
      ? "its job is a script, which has no graph"
      : "it has no member dag (console), CodeGenConfigurationNodes (API) or codeGenConfigurationNodes (repository)"
    return InlayError(
      .invalidJob,
      "The document is not a visual job: \(reason). Download the job from AWS Glue Studio (Actions, Download), or take "
        + "the answer of GetJob.", at: place)
  }
}
