import InlayBytes

/// A new folder that swaps places with a target in one step, so that nobody ever sees old and new files together.
///
/// It holds the new files, and second names of those old ones that stay. A target that has what cannot be taken along,
/// such as folders that are no partitions, cannot be exchanged.
struct FolderExchange {
  private let area: StagingArea
  private let target: String

  /// Makes the folder of an area ready to take the place of a target; nil where that cannot be.
  ///
  /// - Parameters:
  ///   - target: The target, which may be a link.
  ///   - replaced: The files that go, by their paths within the target.
  ///   - keepsEmptyFolders: Whether folders without files stay.
  init?(of area: StagingArea, for target: String, without replaced: Set<String>, keepsEmptyFolders: Bool) {
    guard let resolved = try? System.resolve(target), !System.hasAttributes(resolved) else { return nil }
    self.area = area
    self.target = resolved
    let isComplete = try? keep("", depth: 0, replaced, keepsEmptyFolders)
    guard isComplete == true, let status = try? System.status(path: resolved),
      (try? System.setAccess(area.filesPath, as: status)) != nil,
      (try? FileTree.synchronize(area.filesPath)) != nil
    else { return nil }
  }

  /// Gives what stays in a folder a second name in the new one; returns whether all of it has one.
  private func keep(
    _ prefix: String, depth: Int, _ replaced: Set<String>, _ keepsEmptyFolders: Bool
  ) throws -> Bool {
    let folder = target.appending(name: prefix)
    for name in try System.names(in: folder) where prefix + name != area.path.pathName {
      let (old, new) = (folder.appending(name: name), area.filesPath.appending(name: prefix + name))
      guard let status = try System.linkStatus(path: old) else { return false }
      if !status.isFolder {
        if replaced.contains(prefix + name) { continue }
        _ = try Folders.make(new.folderPath)
        try System.link(old, as: new)
        continue
      }
      guard depth < FileListing.maximumDepth, PartitionName(folder: name) != nil, !System.hasAttributes(old)
      else {
        return false
      }
      if keepsEmptyFolders { _ = try Folders.make(new) }
      guard try keep(prefix + name + "/", depth: depth + 1, replaced, keepsEmptyFolders) else { return false }
      if try System.status(path: new) != nil { try System.setAccess(new, as: status) }
    }
    return true
  }

  /// Swaps the folders; returns whether that was possible.
  func perform() -> Bool {
    // What is in the target cannot swap places with it.
    guard (try? area.move(to: target.folderPath)) != nil else { return false }
    return (try? System.exchange(area.filesPath, target)) != nil
  }

  /// Swaps them back.
  func undo() { try? System.exchange(area.filesPath, target) }

  /// Waits until the new name is on the disk.
  func synchronize() throws { try System.synchronizeFolder(target.folderPath) }
}
