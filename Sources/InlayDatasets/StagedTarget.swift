import InlayBytes
import InlayStorage
import Synchronization

/// A target whose files are written aside first.
protocol StagedTarget: Sendable {
  /// What gives the files their places.
  var staged: any StagedOutput { get }
  /// The files, with the places that they will have, in the order of their names.
  var files: [WrittenFile] { get }
}

/// One file.
struct StagedFileTarget: StagedTarget {
  private let file: StagedFile

  init(path: String, mode: OutputMode) throws { file = try StagedFile(path: path, mode: mode) }

  var output: FileOutput { file.output }
  var staged: any StagedOutput { file }
  var files: [WrittenFile] { [WrittenFile(path: file.path, byteCount: output.byteCount)] }
}

/// A folder with numbered files.
final class StagedFolderTarget: StagedTarget {
  private let folder: StagedFolder
  private let fileExtension: String
  private let made = Mutex([(name: String, output: FileOutput)]())

  init(path: String, options: OutputOptions) throws {
    folder = try StagedFolder(path: path, mode: options.mode, partitionKeys: options.partitionedBy)
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
    let name = "\(name)-\(folder.run).\(fileExtension)"
    let output = try folder.makeFile(named: name)
    made.withLock { $0.append((name, output)) }
    return output
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }

  var staged: any StagedOutput { folder }

  var files: [WrittenFile] {
    let written = made.withLock { made in made.map { ($0.name, $0.output.byteCount) } }
    let place = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    // Lanes of partitions begin their files in any order.
    return written.sorted { $0.0 < $1.0 }.map { WrittenFile(path: place + $0, byteCount: $1) }
  }
}
