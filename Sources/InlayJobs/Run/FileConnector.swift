import InlayColumns
import InlayStorage

/// Opens the files of this machine.
struct FileConnector: JobConnector {
  let options: JobOptions

  func open(_ source: any JobSource, files: [String]) throws -> any BatchSource {
    try source.open(files, options: options)
  }

  func check(_ target: any JobTarget, folder: String) throws {
    try StagedFolder.check(path: folder, mode: options.mode, partitionKeys: target.files.partitionKeys)
  }

  func output(_ target: any JobTarget, folder: String, schema: Schema) throws -> any JobOutput {
    try FolderOutput(target, folder: folder, schema: schema, options)
  }
}
