import InlayColumns
import InlayStorage

/// A target's folder: files of so many rows each, written aside until the whole run has succeeded.
struct FolderOutput: JobOutput {
  let sink: any BatchSink
  private let folder: StagedFolder
  private let files: FileNames

  init(_ target: any JobTarget, folder path: String, schema: Schema, _ options: JobOptions) throws {
    let folder = try StagedFolder(path: path, mode: options.mode)
    let files = FileNames(run: folder.run, suffix: target.fileSuffix)
    self.folder = folder
    self.files = files
    do {
      sink = try SplittingSink(rowsPerPart: options.rowsPerFile) { number in
        let file = try folder.makeFile(named: files.next(number))
        return FileSink(sink: try target.sink(schema, to: file), file: file)
      }
    } catch {
      folder.abandon()
      throw error
    }
  }

  func publish() throws -> [String] {
    try folder.commit()
    let path = folder.path.utf8.last == UInt8(ascii: "/") ? folder.path : folder.path + "/"
    return files.given.map { path + $0 }
  }

  func discard() {
    folder.abandon()
  }
}
