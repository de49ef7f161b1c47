import InlayBytes

/// What a target with folders for the values of some columns holds already.
struct PartitionedFolder {
  let path: String
  /// The columns, the outermost folder's first; none for a target without such folders.
  let keys: [String]

  /// What a run that overwrites puts away: files, and the folders that are then empty, the innermost first; all by
  /// their paths within the target.
  struct Contents {
    var files: [String] = []
    var folders: [String] = []
  }

  /// Lists what readers of the target see.
  ///
  /// - Throws: `invalidInput` when a folder is there that is no partition by the target's columns.
  func contents() throws -> Contents {
    var contents = Contents()
    try collect(within: "", depth: 0, &contents)
    return contents
  }

  private func collect(within prefix: String, depth: Int, _ contents: inout Contents) throws {
    for name in try System.names(in: path.appending(name: prefix)).sorted() where !FileListing.isHidden(name)
    {
      let inner = prefix + name
      let place = path.appending(name: inner)
      guard try System.status(path: place)?.isFolder == true else {
        contents.files.append(inner)
        continue
      }
      guard depth < keys.count, PartitionName(folder: name)?.key == keys[depth],
        try System.linkStatus(path: place)?.isLink == false
      else { throw refusal(of: inner) }
      try collect(within: inner + "/", depth: depth + 1, &contents)
      contents.folders.append(inner)
    }
  }

  private func refusal(of folder: String) -> InlayError {
    let kind = keys.isEmpty ? "a folder" : "a folder that is no partition by \(keys.joined(separator: ", "))"
    return InlayError(
      .invalidInput,
      "holds \(kind), which is never overwritten; remove it or give another target: \(folder)",
      at: .init(file: path))
  }
}
