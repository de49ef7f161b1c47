import InlayBytes

/// What a run may use of the machine.
public struct RunLimits: Sendable {
  /// The bytes of memory that the run is to stay within. Rows that must be held and do not fit go to temporary files.
  public var memory: Int
  /// The folder for these files; nil for the system's folder for temporary files. They have no names: nothing is left of
  /// them, however the process ends.
  public var spillFolder: String?
  /// The number of rows of which a join makes several batches when it makes more than four times as many of one.
  public var batchRowCount = 65_536

  /// The smallest limit that makes sense: what threads, batches on their way and a file's pages take anyhow.
  public static let leastMemory = 16 << 20

  /// Sets limits.
  ///
  /// - Parameters:
  ///   - memory: By default half of what the machine has, or the control group that the process is in.
  ///   - spillFolder: The folder for rows that do not fit.
  public init(memory: Int? = nil, spillFolder: String? = nil) {
    self.memory = memory ?? Memory.availableByteCount / 2
    self.spillFolder = spillFolder
  }
}
