public import InlayEngine

/// What a run of a job did: the numbers of the engine, and what was written where.
public struct JobReport: Hashable, Sendable {
  /// What one target was given.
  public struct Target: Hashable, Sendable {
    /// The target's node by name and id.
    public let node: String
    /// The folder that was written to.
    public let folder: String
    /// The paths of the new files.
    public let files: [String]
    /// The rows in them.
    public let rowCount: Int
    /// The names of their columns, in order.
    public let columns: [String]
  }

  /// The job's name, if it has one.
  public let job: String?
  /// The targets, in the order of the document.
  public let targets: [Target]
  /// The numbers of all targets' runs together, by operator; an operator's label is its node's name and id.
  public let run: RunReport
  /// What ran differently from what the document says.
  public let warnings: [JobFinding]
  /// How the rows of each target were made, with what each operation did.
  public let outlines: [JobOutline]
}
