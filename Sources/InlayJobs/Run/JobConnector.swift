import InlayColumns
import InlayStorage

/// Opens what a job reads and writes; a job itself knows nothing of files and formats.
protocol JobConnector: Sendable {
  /// Opens the files of a source and reads their headers, and nothing more.
  func open(_ source: any JobSource, files: [String]) throws -> any BatchSource

  /// Makes sure that a target may be written into a folder, and touches nothing.
  func check(_ target: any JobTarget, folder: String) throws

  /// Makes ready to write rows with the columns of `schema` into a folder, and touches nothing that is there.
  func output(_ target: any JobTarget, folder: String, schema: Schema) throws -> any JobOutput
}

/// What a target is written to: beside its final place first, and there only when the whole run succeeded.
protocol JobOutput: Sendable {
  /// Takes the rows.
  var sink: any BatchSink { get }

  /// Gives what the closed sink wrote its place.
  var staged: any StagedOutput { get }

  /// The paths of the files that were written, as they are in their place.
  var paths: [String] { get }
}
