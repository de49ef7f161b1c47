import InlayBytes

/// Folders that are made for an output and go again when nothing comes of it.
enum Folders {
  /// Makes a folder and those on the way to it; returns the paths of the new ones, the innermost first.
  static func make(_ path: String) throws -> [String] {
    if let status = try System.status(path: path) {
      guard status.isFolder else {
        throw InlayError(.invalidInput, "is not a folder; give another path", at: .init(file: path))
      }
      return []
    }
    let outer = try make(path.folderPath)
    // Another process may have made it since; then it is not ours to remove.
    return try System.makeFolder(path) ? [path] + outer : outer
  }

  /// Removes those that are still empty.
  static func removeEmpty(_ paths: [String]) {
    for path in paths { try? System.removeFolder(path) }
  }
}
