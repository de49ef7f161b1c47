import Inlay

/// The standard input as a file that can be read from any place.
enum StandardInput {
  /// What stands for it among the names of files.
  static let name = "-"

  /// Returns paths with the one that stands for the standard input replaced by that of a file.
  ///
  /// A file that was redirected is read where it is. What comes through a pipe is put into a file without a name first:
  /// tables are read from several places at a time.
  static func resolved(_ paths: [String]) throws -> [String] {
    guard paths.contains(name) else { return paths }
    guard paths.count(where: { $0 == name }) == 1 else {
      throw InlayError(.invalidInput, "the standard input, -, can be read once only; name it once")
    }
    let path = try path()
    return paths.map { $0 == name ? path : $0 }
  }

  /// The format of the standard input alone: what its first bytes tell, or else delimited text; nil where there are files,
  /// whose names tell it.
  static func format(of paths: [String], named names: [String]) throws -> TableFiles.Format? {
    guard names == [name] else { return nil }
    return try TableFiles.Format(contentOf: paths[0]) ?? .csv
  }

  /// Returns an error under the name that its reader knows the standard input by.
  static func named(in error: InlayError) -> InlayError {
    var error = error
    error.location.file = error.location.file.map(shown)
    return error
  }

  /// The name of a file for its reader.
  static func shown(_ path: String) -> String { path.hasPrefix(folder) ? "standard input" : path }

  // Where the open files of a process have paths.
  private static let folder = "/dev/fd/"

  private static func path() throws -> String {
    if try System.status(0, path: "standard input").isRegular { return folder + "0" }
    if System.isTerminal(0) {
      throw InlayError(.invalidInput, "the standard input, -, is a terminal; give it a file with < or a pipe")
    }
    let descriptor = try System.openUnnamed(inFolder: System.temporaryFolder)
    try System.copy(from: 0, to: descriptor, path: "standard input")
    return folder + String(descriptor)
  }
}
