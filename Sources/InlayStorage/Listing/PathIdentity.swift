import InlayBytes

/// What a path stands for, however it is spelled: by way of links, dots, or the current folder.
package enum PathIdentity {
  /// Returns the path without links and dots; what does not exist yet is taken as it is written.
  package static func canonical(_ path: String) -> String {
    if let resolved = try? System.resolve(path.isEmpty ? "." : path) { return resolved }
    var segments = path.split(separator: "/")
    guard let last = segments.popLast() else { return path }
    let start = path.hasPrefix("/") ? "/" : segments.isEmpty ? "." : ""
    let parent = canonical(start + segments.joined(separator: "/"))
    switch last {
    case ".": return parent
    case "..": return folder(of: parent)
    default: return parent == "/" ? "/\(last)" : "\(parent)/\(last)"
    }
  }

  /// Returns the folders whose change would touch a file: the one that lists it, and where a link leads, that one too.
  package static func folders(ofFile path: String) -> [String] {
    let listed = canonical(path.contains("/") ? folder(of: path) : ".")
    return [listed, folder(of: canonical(path))]
  }

  /// Returns whether two canonical paths are one, or one lies in the other.
  package static func isSameOrNested(_ path: String, _ other: String) -> Bool {
    path == other || path.hasPrefix(other == "/" ? "/" : other + "/")
      || other.hasPrefix(path == "/" ? "/" : path + "/")
  }

  /// Returns what stands before the last slash.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
