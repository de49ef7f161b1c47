import InlayBytes
public import InlayEngine
public import InlayJobs

/// Tables that are written to their targets: what a visual job says, as a value.
///
/// A job is made of tables, and then can be written down as a document of AWS Glue Studio; or it is read from a document,
/// and then gives the tables, to go on with.
public struct Job: Sendable {
  /// A table and where it is written.
  public struct Output: Sendable {
    /// What is written.
    public var table: Table
    /// Where it is written, and how.
    public var target: Table.Target
    /// The node that says so, when the job was read from a document.
    var node: JobNode?

    /// Writes a table to a target.
    public init(_ table: Table, to target: Table.Target) {
      self.table = table
      self.target = target
    }
  }

  /// What people call the job.
  public var name: String
  /// What is written, one after the other.
  public var outputs: [Output]

  /// Makes a job of tables and their targets.
  public init(_ name: String, outputs: [Output]) {
    self.name = name
    self.outputs = outputs
  }

  /// Makes a job that writes one table.
  public init(_ name: String, writing table: Table, to target: Table.Target) {
    self.init(name, outputs: [Output(table, to: target)])
  }

  /// Reads a job from a document.
  ///
  /// - Parameters:
  ///   - document: The document, of any dialect.
  ///   - locations: Where its locations lie on this machine.
  ///   - options: What the document leaves open.
  /// - Throws: `invalidJob` with everything that keeps the job from running; the headers of its sources are read for
  ///   that.
  public init(
    _ document: JobDocument, locations: LocationMap = LocationMap(), options: JobOptions = JobOptions()
  ) throws {
    let runner = JobRunner(JobGraph(document), locations: locations, options: options)
    name = document.name ?? "job"
    outputs = try runner.tables().map { table in
      var output = Output(
        Table(step: .job(table)), to: Table.Target(path: table.folder, options: table.output))
      output.node = table.node
      return output
    }
  }

  /// Reads a job from the file of a document.
  public init(
    path: String, locations: LocationMap = LocationMap(), options: JobOptions = JobOptions()
  ) throws {
    let bytes = Array(try MappedFile(path: path).buffer)
    try self.init(JobDocument(parsing: bytes, file: path), locations: locations, options: options)
  }

  /// Writes all tables, one after the other; each appears whole or not at all.
  ///
  /// - Returns: What was done for each output.
  @discardableResult
  public func run() async throws -> [RunReport] {
    var reports: [RunReport] = []
    for output in outputs { reports.append(try await output.table.write(to: output.target)) }
    return reports
  }
}
