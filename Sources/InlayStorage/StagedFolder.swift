import InlayBytes
import Synchronization

/// The files that a run puts into a folder: all of them appear when the run has succeeded, or none does.
///
/// They are written in a hidden folder within the target and renamed by ``commit()``. Files whose names start with a
/// dot or an underscore do not count as files of the target: readers pass them over.
public final class StagedFolder: Sendable {
  /// The target.
  public let path: String
  /// A name that no other run has, to make the names of files with.
  public let run = RunName()
  private let mode: OutputMode
  private let partitionKeys: [String]
  private let lock: TargetLock
  private let area: StagingArea
  private let state: Mutex<State>

  /// How the files take their places.
  private struct State {
    /// What they replace.
    var old = PartitionedFolder.Contents()
    /// What swaps places with the target, where that can be done.
    var exchange: FolderExchange?
    var isExchanged = false
    var moves: Moves
  }

  /// Begins a set of files; the target and the folders on the way to it are made.
  ///
  /// - Parameters:
  ///   - path: The target.
  ///   - mode: What happens to files that are there.
  ///   - partitionKeys: The columns whose values the target's folders tell, the outermost folder's first. A run that
  ///     overwrites puts all such folders away; it never overwrites any other.
  /// - Throws: ``InlayError/Code/invalidInput`` when the target holds what `mode` does not allow, or is no folder;
  ///   ``InlayError/Code/io`` when the system refuses, or when another run writes to it.
  public init(path: String, mode: OutputMode = .error, partitionKeys: [String] = []) throws {
    try Self.check(path: path, mode: mode, partitionKeys: partitionKeys)
    self.path = path
    self.mode = mode
    self.partitionKeys = partitionKeys
    let newFolders = try Folders.make(path)
    do {
      lock = try TargetLock(folder: path)
      StagingArea.removeLeftovers(in: path)
      // A run that died while its files took their places left them here.
      StagingArea.removeLeftovers(in: try System.resolve(path).folderPath)
      area = try StagingArea(in: path, right: lock, newFolders: newFolders)
    } catch {
      Folders.removeEmpty(newFolders)
      throw error
    }
    state = Mutex(State(moves: Moves(from: area, to: path)))
  }

  /// Makes sure that a run may write into `path`, without changing anything.
  public static func check(path: String, mode: OutputMode, partitionKeys: [String] = []) throws {
    let place = InlayError.Location(file: path)
    guard let status = try System.status(path: path) else {
      guard try System.linkStatus(path: path) == nil else {
        throw InlayError(.invalidInput, "is a link to nothing; remove it first", at: place)
      }
      return
    }
    guard status.isFolder else {
      throw InlayError(.invalidInput, "is not a folder; give a folder as the target", at: place)
    }
    if mode == .append { return }
    if mode == .overwrite {
      _ = try PartitionedFolder(path: path, keys: partitionKeys).contents()
    } else if let first = try visibleNames(in: path).first {
      throw InlayError(
        .invalidInput,
        "holds files already; give --mode append to add to them or --mode overwrite to replace them: \(first)",
        at: place)
    }
  }

  /// Creates a file with the name that it will have in the target.
  ///
  /// - Parameter name: A name, before which the names of folders may stand, which are made; with
  ///   ``OutputMode/append`` it should contain ``run``, so that nothing that is there has it.
  public func makeFile(named name: String) throws -> FileOutput { try area.makeFile(named: name) }

  /// Gives the files their places, and removes those that they replace.
  ///
  /// Where the system can swap folders, it does so: a reader sees the old files or the new ones. Elsewhere, as in a
  /// folder that another file system is mounted at, or one that has folders of its own, the files are moved one by one,
  /// and a reader may see old and new files together for a moment; never a part of a file.
  ///
  /// - Throws: When a file cannot be moved: the target is then as it was. When an old file cannot be removed: the new
  ///   ones are then in place beside it.
  public func commit() throws { try Publication.publish([self]) }

  /// Removes what was written, and the folders that were made for it; after ``commit()`` it does nothing.
  public func abandon() { area.abandon() }

  private func refuseToReplace(_ names: [String]) throws {
    for name in names {
      let file = path.appending(name: name)
      if try System.linkStatus(path: file) != nil {
        throw InlayError(
          .invalidInput, "exists already, and a run that appends replaces nothing", at: .init(file: file))
      }
    }
  }

  private func remove(_ name: String) throws {
    do { try System.remove(path.appending(name: name)) } catch let error as InlayError {
      throw InlayError(
        error.code,
        "the new files are in place, but one that they replace is there still; remove it by hand: \(error.message)",
        at: error.location)
    }
  }

  /// What describes the old files goes with them, although readers pass it over: it would be wrong of the new ones.
  private func replaced() throws -> PartitionedFolder.Contents {
    let names = try System.names(in: path)
    var contents = try PartitionedFolder(path: path, keys: partitionKeys).contents()
    contents.files += ["_SUCCESS", "_metadata", "_common_metadata"].filter(names.contains)
    return contents
  }

  private static func visibleNames(in path: String) throws -> [String] {
    try System.names(in: path).filter { !$0.hasPrefix(".") && !$0.hasPrefix("_") }.sorted()
  }
}

extension StagedFolder: StagedOutput {
  package func prepare() throws {
    try Self.check(path: path, mode: mode, partitionKeys: partitionKeys)
    var old = PartitionedFolder.Contents()
    if mode == .overwrite { old = try replaced() }
    if mode == .append { try refuseToReplace(area.names) }
    try area.finish()
    let names = Set(area.names)
    // One name that comes or goes is one step already.
    let isOneStep = names.count + old.files.count <= 1 && !names.contains { $0.contains("/") }
    var exchange: FolderExchange?
    if !isOneStep {
      exchange = FolderExchange(
        of: area, for: path, without: names.union(old.files), keepsEmptyFolders: mode != .overwrite)
    }
    if exchange != nil { try lock.extend(to: area.filesPath) }
    old.files.removeAll(where: names.contains)
    state.withLock { state in
      state.old = old
      state.exchange = exchange
    }
  }

  package func install() throws {
    try state.withLock { state in
      state.isExchanged = state.exchange?.perform() ?? false
      if !state.isExchanged { try state.moves.perform() }
    }
  }

  package func restore() {
    state.withLock { state in
      if state.isExchanged { state.exchange?.undo() } else { state.moves.undo() }
    }
  }

  package func complete() throws {
    defer { area.remove() }
    try state.withLock { state in
      if state.isExchanged {
        try state.exchange?.synchronize()
      } else {
        try state.moves.synchronize()
        try removeReplaced(state.old)
      }
    }
  }

  private func removeReplaced(_ old: PartitionedFolder.Contents) throws {
    for name in old.files { try remove(name) }
    // Those that hold new files are not empty, and stay.
    Folders.removeEmpty(old.folders.map { path.appending(name: $0) })
    if !old.files.isEmpty { try System.synchronizeFolder(path) }
  }
}
