public import InlayColumns

/// What a run did, by operator: the progress line, the job report and `--json` all show these numbers.
public struct RunReport: Hashable, Sendable, Codable {
  /// The time from start to end, in seconds.
  public var elapsedSeconds = 0.0
  /// The number of worker threads.
  public var threadCount = 0
  /// The largest amount of memory that the process has had, in bytes.
  public var peakMemoryBytes = 0
  /// The bytes read from the sources.
  public var inputByteCount = 0
  /// The rows that reached the target.
  public var rowCount = 0
  /// The rows that broke their file's rules and were left out, as the options allowed.
  public var rejectedRowCount = 0
  /// The first of those rows, with place and reason.
  public var rejections: [String] = []
  /// What the scans left out for their filters.
  public var skipped = SkippedParts()
  /// The operators, each after its inputs.
  public var operators: [OperatorReport] = []

  /// Makes the report of a run that did nothing.
  public init() {}

  /// Returns the sum of two runs that followed each other.
  public func adding(_ next: RunReport) -> RunReport {
    var sum = self
    sum.elapsedSeconds += next.elapsedSeconds
    sum.threadCount = max(threadCount, next.threadCount)
    sum.peakMemoryBytes = max(peakMemoryBytes, next.peakMemoryBytes)
    sum.inputByteCount += next.inputByteCount
    sum.rowCount += next.rowCount
    sum.rejectedRowCount += next.rejectedRowCount
    sum.rejections += next.rejections
    sum.skipped += next.skipped
    sum.operators += next.operators
    return sum
  }
}

/// What one operator of a run did.
public struct OperatorReport: Hashable, Sendable, Codable {
  /// What kind of operator it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reads a source.
    case scan
    /// Keeps and renames columns.
    case project
    /// Keeps the rows that meet a condition, where no scan does.
    case filter
    /// Holds a join's smaller input in memory and indexes its keys.
    case build
    /// Pairs rows with those of a build.
    case probe
    /// Computes columns.
    case compute
    /// Gives the rows of one input after the other.
    case union
    /// Keeps one of equal rows.
    case distinct
    /// Computes values of groups of rows.
    case aggregate
    /// Orders rows.
    case sort
    /// Keeps the first rows.
    case limit
    /// Hands rows to a target.
    case write
  }

  /// What kind of operator it is.
  public var kind: Kind
  /// What the user calls it, such as the node of a job.
  public var label: String?
  /// The rows that came in.
  public var rowsIn: Int
  /// The rows that went out.
  public var rowsOut: Int
  /// The bytes read from a file, for an operator that reads one; else 0.
  public var byteCount: Int
  /// The time that all workers together spent in it, in seconds.
  public var busySeconds: Double
}
