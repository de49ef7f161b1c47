import InlayBytes

/// Folders with all that is in them.
enum FileTree {
  /// Removes a folder, as far as the system lets us; links in it are not followed.
  static func remove(_ path: String) {
    for name in (try? System.names(in: path)) ?? [] {
      let inner = path.appending(name: name)
      if (try? System.linkStatus(path: inner))?.isFolder == true {
        remove(inner)
      } else {
        try? System.remove(inner)
      }
    }
    try? System.removeFolder(path)
  }

  /// Waits until the names in a folder, and in those in it, are on the disk.
  static func synchronize(_ path: String) throws {
    for name in try System.names(in: path) {
      let inner = path.appending(name: name)
      if try System.linkStatus(path: inner)?.isFolder == true { try synchronize(inner) }
    }
    try System.synchronizeFolder(path)
  }
}
