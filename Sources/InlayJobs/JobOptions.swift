public import InlayCSV
public import InlayColumns
import InlayDatasets
public import InlayStorage

/// How a run of a job goes about what its document leaves open.
public struct JobOptions: Hashable, Sendable {
  /// What becomes of a row that breaks the rules of its file.
  public var onBadRow = CSVOptions.BadRowPolicy.fail
  /// What a run does with the files that a target's folder holds already.
  public var mode = OutputMode.error
  /// The number of rows of every file of a target but the last, at least 1.
  public var rowsPerFile = OutputOptions.defaultRowsPerFile

  /// Makes the options that lose nothing: a bad row ends the run, and no file is replaced.
  public init() {}
}
