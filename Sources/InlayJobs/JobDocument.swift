public import InlayBytes

/// A visual job as AWS Glue keeps it: a graph of nodes, and settings of no meaning here.
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
  /// The form in which it was written.
  public let dialect: JobDialect
  /// The job's name, if it has one.
  public let name: String?
  /// The nodes in the order of the document.
  public let nodes: [JobNode]
  /// The whole document as it was read.
  public let root: JSONValue
  /// Where the nodes and the settings of the job stand in it.
  let layout: DocumentLayout
  /// What was found while the nodes were read.
  let findings: [JobFinding]
  /// What was found while parameters were filled in.
  let parameterFindings: [JobFinding]

  /// Reads a document of any dialect, which is told by its content.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8.
  ///   - file: The path of the document, for messages.
  ///   - parameters: The values of parameters such as `${day}`, before the defaults that the document gives.
  ///   - limits: How large it may be.
  /// - Throws: `corrupt` for a text that is not JSON; `invalidJob` for JSON that is no visual job;
  ///   `limitExceeded` beyond `limits`. What is wrong with single nodes is not thrown: ``JobGraph/findings`` has all
  ///   of it.
  public init(
    parsing bytes: [UInt8], file: String? = nil, parameters: JobParameters = JobParameters(),
    limits: Limits = Limits()
  ) throws(InlayError) {
    let root = try JSONValue(parsing: bytes, file: file, maximumDepth: limits.maximumDepth)
    try self.init(reading: root, file: file, parameters: parameters, limits: limits)
  }

  /// Reads a document of any dialect from a string.
  public init(
    parsing text: String, file: String? = nil, parameters: JobParameters = JobParameters()
  ) throws(InlayError) {
    try self.init(parsing: Array(text.utf8), file: file, parameters: parameters)
  }

  /// Reads a document of any dialect from a JSON value.
  public init(
    reading root: JSONValue, file: String? = nil, parameters: JobParameters = JobParameters(),
    limits: Limits = Limits()
  ) throws(InlayError) {
    let layout = try DocumentLayout(of: root, limits: limits, at: InlayError.Location(file: file))
    var findings: [JobFinding] = []
    var filling = ParameterFilling(parameters, defaults: layout.arguments)
    nodes = layout.nodes.members.map { member in
      let node = layout.read(member.name, filling.fill(member.value), into: &findings)
      filling.report(in: node)
      return node
    }
    dialect = layout.dialect
    name = layout.name
    self.file = file
    self.root = root
    self.layout = layout
    self.findings = findings
    parameterFindings = filling.allFindings
  }
}
