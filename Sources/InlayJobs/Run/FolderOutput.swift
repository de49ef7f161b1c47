import InlayColumns
import InlayDatasets
import InlayStorage

/// A target's folder: files of so many rows each, written aside until the whole run has succeeded.
struct FolderOutput: JobOutput {
  private let output: DatasetOutput

  init(_ target: any JobTarget, folder path: String, schema: Schema, _ options: JobOptions) throws {
    output = try DatasetOutput(
      path: path.hasSuffix("/") ? path : path + "/", schema: schema, options: target.output(options))
  }

  var sink: any BatchSink { output.sink }
  var staged: any StagedOutput { output.staged }
  var paths: [String] { output.files.map(\.path) }
}

extension JobTarget {
  /// How its files are written.
  func output(_ options: JobOptions) -> OutputOptions {
    var output = OutputOptions(
      format: format, mode: options.mode, rowsPerFile: options.rowsPerFile, partitionedBy: files.partitionKeys
    )
    output.fileCount = files.fileCount
    return output
  }
}
