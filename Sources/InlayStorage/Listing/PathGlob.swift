import InlayBytes

/// A path with `*`, `?`, `[a-c]` or `{a,b}` in some of its names, as a shell expands it.
///
/// `**` as a whole name stands for any number of folders. Names that start with a dot or an underscore are met only by
/// a pattern that starts so, but for partitions (`_key=value`).
package struct PathGlob {
  /// The folder that all paths begin with, and the patterns of the names that follow.
  private let start: String
  private let names: Substring

  /// Reads a path; nil when nothing in it is a pattern.
  package init?(_ path: String) {
    guard let special = path.firstIndex(where: { "*?[{".contains($0) }) else { return nil }
    let slash = path[..<special].lastIndex(of: "/")
    start = slash.map { String(path[...$0]) } ?? ""
    names = slash.map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// The folder in which the patterns begin, with a slash at its end; empty for the current one.
  package var folder: String { start }

  /// Lists what there is of these names, in the order of the paths, byte by byte.
  ///
  /// - Throws: `invalidInput` for a pattern that is none, `limitExceeded` when too many names are looked at.
  package func paths() throws -> [String] {
    var budget = FileListing.maximumNames
    var paths = [start]
    for name in names.split(separator: "/") {
      paths = try paths.flatMap { try matches(String(name), in: $0, &budget) }
    }
    return Set(paths.map { $0.utf8.last == UInt8(ascii: "/") ? String($0.dropLast()) : $0 })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the paths of a name's matches in a folder; those of folders end with a slash.
  private func matches(_ name: String, in folder: String, _ budget: inout Int) throws -> [String] {
    guard folder.isEmpty || folder.hasSuffix("/") else { return [] }
    if name == "**" { return [folder] + (try folders(below: folder, depth: 0, &budget)) }
    guard let pattern = PathPattern(name) else {
      throw InlayError(
        .invalidInput, "is no pattern: a bracket or a brace is not closed, or stands in another one",
        at: .init(file: start + names))
    }
    return try entries(of: folder, &budget).filter { $0.name.first == name.first || !$0.isHidden }
      .filter { pattern.matches($0.name) }.map { folder + $0.name + ($0.isFolder ? "/" : "") }
  }

  private func folders(below folder: String, depth: Int, _ budget: inout Int) throws -> [String] {
    guard depth < FileListing.maximumDepth else { throw tooMuch }
    var found: [String] = []
    for entry in try entries(of: folder, &budget) where entry.isFolder && !entry.isHidden {
      let path = folder + entry.name + "/"
      found += [path] + (try folders(below: path, depth: depth + 1, &budget))
    }
    return found
  }

  private struct Entry {
    let name: String
    let isFolder: Bool
    var isHidden: Bool { FileListing.isHidden(name) }
  }

  private func entries(of folder: String, _ budget: inout Int) throws -> [Entry] {
    guard try System.status(path: folder.isEmpty ? "." : folder)?.isFolder == true else { return [] }
    let names = try System.names(in: folder.isEmpty ? "." : folder)
    budget -= names.count
    guard budget >= 0 else { throw tooMuch }
    return try names.compactMap { name in
      try System.status(path: folder + name).map { Entry(name: name, isFolder: $0.isFolder) }
    }
  }

  private var tooMuch: InlayError {
    InlayError(
      .limitExceeded, "looks into too many names or too deep folders; name the folder more closely",
      at: .init(file: start + names))
  }
}
