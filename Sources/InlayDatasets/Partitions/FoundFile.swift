import InlayBytes
import InlayStorage

/// A file of a table, and what the folders that it was found in tell.
struct FoundFile {
  let path: String
  /// The folders below the one that was named, the outermost first.
  let partitions: [PartitionName]

  /// Finds the files at a path: itself, those of a folder and of its partitions, or those that a pattern meets.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when nothing is there or no file is, ``InlayError/Code/io``,
  ///   ``InlayError/Code/limitExceeded``.
  static func all(at path: String) throws -> [FoundFile] {
    // A file whose name looks like a pattern is that file.
    guard try System.status(path: path) == nil, let glob = PathGlob(path) else {
      return try files(at: path, below: path)
    }
    let paths = try glob.paths()
    guard !paths.isEmpty else {
      throw InlayError(
        .invalidInput, "no name meets this pattern; name files that are there", at: .init(file: path))
    }
    return try paths.flatMap { try files(at: $0, below: glob.folder) }
  }

  private static func files(at path: String, below folder: String) throws -> [FoundFile] {
    try FileListing(recurses: false, entersPartitions: true).files(at: path, location: path).map { file in
      FoundFile(path: file.path, partitions: partitions(of: file.path, below: folder))
    }
  }

  private static func partitions(of path: String, below folder: String) -> [PartitionName] {
    guard path.hasPrefix(folder) else { return [] }
    return path.dropFirst(folder.count).split(separator: "/").dropLast().compactMap {
      PartitionName(folder: String($0))
    }
  }
}
