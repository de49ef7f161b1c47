import InlayColumns
import InlayDatasets

/// A target's folder: files of so many rows each, written aside until the whole run has succeeded.
struct FolderOutput: JobOutput {
  private let output: DatasetOutput

  init(_ target: any JobTarget, folder path: String, schema: Schema, _ options: JobOptions) throws {
    output = try DatasetOutput(
      path: path.hasSuffix("/") ? path : path + "/", schema: schema,
      options: OutputOptions(format: target.format, mode: options.mode, rowsPerFile: options.rowsPerFile))
  }

  var sink: any BatchSink { output.sink }
  func publish() throws -> [String] { try output.publish().map(\.path) }
  func discard() { output.discard() }
}
