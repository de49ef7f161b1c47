import InlayBytes

/// The files that a source reads: a file itself, or those in a folder.
///
/// As Spark does, a folder's files whose names start with a dot or an underscore are passed over (a folder
/// `_key=value` is a partition and is not). The files come in the order of their paths, byte by byte.
package struct FileListing: Sendable {
  /// Whether folders in a folder are listed too.
  let recurses: Bool
  /// Whether folders whose names tell the value of a column, `key=value`, are listed where others are not.
  let entersPartitions: Bool
  /// The files that are left out, by their path within the folder or by their whole location.
  let exclusions: [PathPattern]

  package init(recurses: Bool, entersPartitions: Bool = false, exclusions: [PathPattern] = []) {
    self.recurses = recurses
    self.entersPartitions = entersPartitions
    self.exclusions = exclusions
  }

  /// How many folders may stand in each other; a loop of links ends here.
  static let maximumDepth = 32
  /// How many names are looked at before a folder is taken to be a loop of links.
  static let maximumNames = 1_000_000

  /// A file that was found.
  package struct File: Hashable {
    package let path: String
    package let byteCount: Int
  }

  /// Lists the files at `path`, which the document calls `location`.
  ///
  /// - Throws: `invalidInput` when nothing is there or no file is left, `io` when the system refuses, `limitExceeded`
  ///   beyond the limits above.
  package func files(at path: String, location: String) throws -> [File] {
    guard let status = try System.status(path: path) else {
      let remedy =
        PathGlob(path) == nil
        ? ""
        : " Patterns are not expanded here; name the folder, and leave files of it out by the source's exclusions."
      throw InlayError(.invalidInput, "Nothing is there; \(Self.named(path, location)).\(remedy)")
    }
    var walk = Walk()
    if status.isFolder {
      try list(Self.withSlash(path), Self.withSlash(location), within: "", depth: 0, &walk)
    } else if !isExcluded(Self.name(of: location), location) {
      walk.files.append(File(path: path, byteCount: status.size))
    }
    guard !walk.files.isEmpty else {
      let remedy =
        recurses
        ? ""
        : entersPartitions
          ? " Of the folders in it only those named key=value are looked into."
          : " Folders in it are not looked into, as recurse is not set."
      throw InlayError(.invalidInput, "No file to read is there; \(Self.named(path, location)).\(remedy)")
    }
    return walk.files
  }

  private struct Walk {
    var files: [File] = []
    var nameCount = 0
  }

  private func list(
    _ folder: String, _ location: String, within prefix: String, depth: Int, _ walk: inout Walk
  ) throws {
    let names = try System.names(in: folder + prefix)
    walk.nameCount += names.count
    guard depth < Self.maximumDepth, walk.nameCount <= Self.maximumNames else {
      throw InlayError(
        .limitExceeded, "The folder is too deep or too large, or links in it lead back to it.",
        at: .init(file: folder))
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !Self.isHidden(name) {
      let path = prefix + name
      guard let status = try System.status(path: folder + path) else { continue }
      if status.isFolder {
        if enters(name) { try list(folder, location, within: path + "/", depth: depth + 1, &walk) }
      } else if status.isRegular, !isExcluded(path, location + path) {
        walk.files.append(File(path: folder + path, byteCount: status.size))
      }
    }
  }

  private func enters(_ name: String) -> Bool {
    recurses || (entersPartitions && PartitionName(folder: name) != nil)
  }

  private func isExcluded(_ path: String, _ location: String) -> Bool {
    exclusions.contains { $0.matches(path) || $0.matches(location) }
  }

  static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || (name.hasPrefix("_") && !name.contains("="))
  }

  private static func withSlash(_ path: String) -> String {
    path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
  }

  private static func name(of location: String) -> String {
    location.split(separator: "/").last.map(String.init) ?? location
  }

  private static func named(_ path: String, _ location: String) -> String {
    path == location
      ? "the path is \(quoted(path))" : "the location \(quoted(location)) stands for \(quoted(path))"
  }
}
