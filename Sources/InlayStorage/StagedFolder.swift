import InlayBytes

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
  private let area: StagingArea
  private let newFolders: [String]

  /// Begins a set of files; the target and the folders on the way to it are made.
  ///
  /// - Parameters:
  ///   - path: The target.
  ///   - mode: What happens to files that are there.
  ///   - partitionKeys: The columns whose values the target's folders tell, the outermost folder's first. A run that
  ///     overwrites puts all such folders away; it never overwrites any other.
  /// - Throws: ``InlayError/Code/invalidInput`` when the target holds what `mode` does not allow, or is no folder;
  ///   ``InlayError/Code/io`` when the system refuses.
  public init(path: String, mode: OutputMode = .error, partitionKeys: [String] = []) throws {
    try Self.check(path: path, mode: mode, partitionKeys: partitionKeys)
    self.path = path
    self.mode = mode
    self.partitionKeys = partitionKeys
    newFolders = try Folders.make(path)
    area = try StagingArea(in: path)
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

  /// Gives the files their places, and then removes those that they replace.
  ///
  /// A reader who lists the folder meanwhile may see old and new files together for a moment, and never a part of
  /// a file.
  ///
  /// - Throws: When a file cannot be moved: the target is then as it was. When an old file cannot be removed: the new
  ///   ones are then in place beside it.
  public func commit() throws {
    let names = Set(area.names)
    var old = PartitionedFolder.Contents()
    do {
      try Self.check(path: path, mode: mode, partitionKeys: partitionKeys)
      if mode == .overwrite { old = try replaced() }
      old.files.removeAll(where: names.contains)
      if mode == .append { try refuseToReplace(area.names) }
      try area.publish()
    } catch {
      abandon()
      throw error
    }
    for name in old.files { try remove(name) }
    // Those that hold new files are not empty, and stay.
    Folders.removeEmpty(old.folders.map { path.appending(name: $0) })
    if !old.files.isEmpty { try System.synchronizeFolder(path) }
  }

  /// Removes what was written, and the folders that were made for it; after ``commit()`` it does nothing.
  public func abandon() {
    area.remove()
    Folders.removeEmpty(newFolders)
  }

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
