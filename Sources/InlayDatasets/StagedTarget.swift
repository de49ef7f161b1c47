import InlayBytes
import InlayStorage
import Synchronization

/// A target whose files are written aside first.
protocol StagedTarget: Sendable {
  /// Gives the files their places.
  func publish() throws -> [WrittenFile]
  /// Takes the files away.
  func discard()
}

/// One file.
struct StagedFileTarget: StagedTarget {
  private let staged: StagedFile

  init(path: String, mode: OutputMode) throws { staged = try StagedFile(path: path, mode: mode) }

  var output: FileOutput { staged.output }

  func publish() throws -> [WrittenFile] {
    let size = staged.output.byteCount
    try staged.commit()
    return [WrittenFile(path: staged.path, byteCount: size)]
  }

  func discard() { staged.abandon() }
}

/// A folder with numbered files.
final class StagedFolderTarget: StagedTarget {
  private let staged: StagedFolder
  private let fileExtension: String
  private let files = Mutex([FileOutput]())

  init(path: String, options: OutputOptions) throws {
    staged = try StagedFolder(path: path, mode: options.mode)
    fileExtension = options.fileExtension
  }

  /// Begins the file of a number; its name tells the number, and the run.
  func makeFile(_ number: Int) throws -> FileOutput {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    let output = try staged.makeFile(named: "part-\(padded)-\(staged.run).\(fileExtension)")
    files.withLock { $0.append(output) }
    return output
  }

  func publish() throws -> [WrittenFile] {
    let written = files.withLock { files in files.map { ($0.path, $0.byteCount) } }
    try staged.commit()
    let folder = staged.path.hasSuffix("/") ? staged.path : staged.path + "/"
    return written.map { path, size in
      WrittenFile(path: folder + (path.split(separator: "/").last ?? ""), byteCount: size)
    }
  }

  func discard() { staged.abandon() }
}
