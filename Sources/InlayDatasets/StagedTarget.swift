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
  private let files = Mutex([(name: String, output: FileOutput)]())

  init(path: String, options: OutputOptions) throws {
    staged = try StagedFolder(path: path, mode: options.mode, partitionKeys: options.partitionedBy)
    fileExtension = options.fileExtension
  }

  /// Begins the file of a number; its name tells the number, and the run.
  func makeFile(_ number: Int) throws -> FileOutput { try makeFile(named: "part-\(Self.padded(number))") }

  /// Begins a file of a partition.
  ///
  /// - Parameters:
  ///   - folder: The partition's folders, with a slash behind each.
  ///   - opening: The number of the partition's opening.
  ///   - number: How many files were begun since then.
  func makeFile(in folder: String, opening: Int, number: Int) throws -> FileOutput {
    try makeFile(named: "\(folder)part-\(Self.padded(opening))-\(Self.padded(number))")
  }

  private func makeFile(named name: String) throws -> FileOutput {
    let name = "\(name)-\(staged.run).\(fileExtension)"
    let output = try staged.makeFile(named: name)
    files.withLock { $0.append((name, output)) }
    return output
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }

  /// Gives the files their places; returns them in the order of their names.
  func publish() throws -> [WrittenFile] {
    let written = files.withLock { files in files.map { ($0.name, $0.output.byteCount) } }
    try staged.commit()
    let folder = staged.path.hasSuffix("/") ? staged.path : staged.path + "/"
    // Lanes of partitions begin their files in any order.
    return written.sorted { $0.0 < $1.0 }.map { WrittenFile(path: folder + $0, byteCount: $1) }
  }

  func discard() { staged.abandon() }
}
