public import InlayBytes

/// A visual job as AWS Glue Studio saves and downloads it: a graph of nodes, and settings of no meaning here.
///
/// Reading a document finds out what it says, not whether it can run; ``JobGraph`` does that. Members that this
/// version does not know are kept and do no harm.
public struct JobDocument: Sendable {
  /// How large a document may be.
  public struct Limits: Hashable, Sendable {
    /// The number of nodes; people draw tens.
    public var maximumNodes = 1_000
    /// How deep arrays and objects may nest.
    public var maximumDepth = JSONValue.defaultMaximumDepth

    /// Makes the limits that fit every document made by hand.
    public init() {}
  }

  /// The path of the document as the user gave it, for messages.
  public let file: String?
  /// The job's name (`jobConfig.name`), if it has one.
  public let name: String?
  /// The nodes in the order of the document.
  public let nodes: [JobNode]
  /// The whole document as it was read.
  public let root: JSONObject
  /// What was found while the nodes were read.
  let findings: [JobFinding]

  /// Reads a document of the console dialect.
  ///
  /// - Throws: `corrupt` for a text that is not JSON; `unsupported` for a document of another dialect;
  ///   `invalidJob` for JSON that is no job at all; `limitExceeded` beyond `limits`. What is wrong with single
  ///   nodes is not thrown: ``JobGraph/findings`` has all of it.
  public init(parsing bytes: [UInt8], file: String? = nil, limits: Limits = Limits()) throws(InlayError) {
    let value = try JSONValue(parsing: bytes, file: file, maximumDepth: limits.maximumDepth)
    let place = InlayError.Location(file: file)
    let root = try Self.consoleRoot(value, at: place)
    let dag = try Self.dag(of: root, limits: limits, at: place)
    var findings: [JobFinding] = []
    nodes = dag.members.map { JobNode.read($0.name, $0.value, into: &findings) }
    name = root["jobConfig"]?.object?["name"]?.string
    self.file = file
    self.root = root
    self.findings = findings
  }

  /// Reads a document of the console dialect from a string.
  public init(parsing text: String, file: String? = nil) throws(InlayError) {
    try self.init(parsing: Array(text.utf8), file: file)
  }
}

extension JobDocument {
  /// Tells the dialects apart by content, as no document names its own.
  private static func consoleRoot(
    _ value: JSONValue, at place: InlayError.Location
  ) throws(InlayError) -> JSONObject {
    guard let root = value.object else {
      throw InlayError(.invalidJob, "A job document is a JSON object; found \(value.kind).", at: place)
    }
    if root["dag"] != nil { return root }
    if root["CodeGenConfigurationNodes"] != nil || root["Job"]?.object?["CodeGenConfigurationNodes"] != nil {
      throw otherDialect(
        "the API dialect (CodeGenConfigurationNodes), which CreateJob and GetJob use", at: place)
    }
    if root["codeGenConfigurationNodes"] != nil {
      throw otherDialect(
        "the git dialect (codeGenConfigurationNodes), which Glue pushes to repositories", at: place)
    }
    throw InlayError(
      .invalidJob,
      "The document is not a visual job: it has no member dag. Download the job from AWS Glue Studio (Actions, "
        + "Download).", at: place)
  }

  private static func otherDialect(_ dialect: String, at place: InlayError.Location) -> InlayError {
    InlayError(
      .unsupported,
      "The document is in \(dialect). This version reads the console dialect: download the job from AWS Glue "
        + "Studio (Actions, Download).", at: place)
  }

  private static func dag(
    of root: JSONObject, limits: Limits, at place: InlayError.Location
  ) throws(InlayError) -> JSONObject {
    guard let dag = root["dag"]?.object else {
      let kind = root["dag"]?.kind ?? "nothing"
      throw InlayError(
        .invalidJob, "The member dag must be an object that holds the nodes; found \(kind).", at: place)
    }
    guard dag.members.count <= limits.maximumNodes else {
      throw InlayError(
        .limitExceeded,
        "The job has more nodes than allowed (maximumNodes \(limits.maximumNodes)); found \(dag.members.count).",
        at: place)
    }
    return dag
  }
}
