#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the work finds and puts its files.
enum Places {
  /// The checkout that this was built from.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(5).joined(separator: "/")
  }()

  /// Returns the path of a file that may be written over; its folder is there.
  static func scratch(_ name: String) -> String {
    // Processes that run beside each other do not write into one file.
    let folder = "\(root)/.build/bench/work-\(getpid())"
    for path in ["\(root)/.build", "\(root)/.build/bench", folder] { mkdir(path, 0o755) }
    return "\(folder)/\(name)"
  }
}
