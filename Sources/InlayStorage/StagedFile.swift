import InlayBytes
import Synchronization

/// One output file that appears whole or not at all.
///
/// It is written in a hidden folder beside its final name, which it gets by ``commit()``. A link at that name stays,
/// and the file that it leads to is replaced.
public final class StagedFile: Sendable {
  /// Where the bytes go.
  public let output: FileOutput
  /// The path that the file will have.
  public let path: String
  private let mode: OutputMode
  private let folder: String
  private let area: StagingArea
  private let moves: Mutex<Moves>

  /// Begins a file; folders on the way to it that do not exist are made.
  ///
  /// - Parameters:
  ///   - path: The file's final path.
  ///   - mode: What happens to a file that is there. A file cannot be appended to.
  /// - Throws: ``InlayError/Code/invalidInput`` when `path` is taken and `mode` does not let it be replaced, or names
  ///   what is no file; ``InlayError/Code/io`` when the system refuses, or when another run writes to it.
  public init(path: String, mode: OutputMode = .error) throws {
    try Self.check(path: path, mode: mode)
    let resolved = try System.linkStatus(path: path)?.isLink == true ? System.resolve(path) : path
    self.path = path
    self.mode = mode
    folder = resolved.folderPath
    let newFolders = try Folders.make(folder)
    do {
      let lock = try TargetLock(file: resolved.pathName, in: folder)
      StagingArea.removeLeftovers(in: folder)
      area = try StagingArea(in: folder, right: lock, newFolders: newFolders)
      output = try area.makeFile(named: resolved.pathName)
    } catch {
      Folders.removeEmpty(newFolders)
      throw error
    }
    moves = Mutex(Moves(from: area, to: folder))
  }

  /// Makes sure that a file can be written at `path`, without changing anything.
  public static func check(path: String, mode: OutputMode) throws {
    let place = InlayError.Location(file: path)
    if mode == .append {
      throw InlayError(
        .invalidInput,
        "is one file and cannot be appended to; give --mode overwrite, or a folder as the target",
        at: place)
    }
    guard !path.pathName.isEmpty, path.utf8.last != UInt8(ascii: "/") else {
      throw InlayError(.invalidInput, "is no name of a file", at: place)
    }
    guard let status = try System.status(path: path) else {
      guard try System.linkStatus(path: path) == nil else {
        throw InlayError(.invalidInput, "is a link to nothing; remove it first", at: place)
      }
      return
    }
    if status.isFolder { throw InlayError(.invalidInput, "is a folder; give the name of a file", at: place) }
    if !status.isRegular {
      throw InlayError(.invalidInput, "is not a regular file; give another name", at: place)
    }
    if mode == .error {
      throw InlayError(.invalidInput, "exists already; give --mode overwrite to replace it", at: place)
    }
  }

  /// Gives the file its final name, when all its bytes are on the disk.
  public func commit() throws { try Publication.publish([self]) }

  /// Removes what was written; after ``commit()`` it does nothing.
  public func abandon() { area.abandon() }
}

extension StagedFile: StagedOutput {
  package func prepare() throws {
    try Self.check(path: path, mode: mode)
    try area.finish()
  }

  package func install() throws {
    try moves.withLock { try $0.perform() }
  }

  package func restore() { moves.withLock { $0.undo() } }

  package func complete() throws {
    defer { area.remove() }
    try moves.withLock { try $0.synchronize() }
  }
}
