#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Memory {
  /// The physical memory that the process may use, in bytes: the machine's, or less where its control group says so
  /// (cgroups(7), both versions), when it was asked for first.
  public static let availableByteCount = currentlyAvailableByteCount

  private static var currentlyAvailableByteCount: Int {
    let pages = Int(sysconf(Int32(_SC_PHYS_PAGES)))
    let (machine, overflow) = pages.multipliedReportingOverflow(by: Int(sysconf(Int32(_SC_PAGESIZE))))
    let limits = controlGroupFiles.compactMap { limit(inFile: $0) }
    return ([overflow || machine <= 0 ? .max : machine] + limits).min() ?? .max
  }

  /// The files that may hold a limit: those of the process's own group and of the groups around it.
  private static var controlGroupFiles: [String] {
    guard let text = text(ofFile: "/proc/self/cgroup") else { return [] }
    return text.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty {
        return folders(of: parts[2]).map { "/sys/fs/cgroup\($0)/memory.max" }
      }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return folders(of: parts[2]).map { "/sys/fs/cgroup/memory\($0)/memory.limit_in_bytes" }
    }
  }

  /// A path and all that it lies in, the outermost (the empty one) last.
  private static func folders(of path: Substring) -> [String] {
    var names = path.split(separator: "/")
    var folders: [String] = []
    while !names.isEmpty {
      folders.append("/" + names.joined(separator: "/"))
      names.removeLast()
    }
    return folders + [""]
  }

  /// The number in a file; nil where there is no file, or it says that there is no limit.
  private static func limit(inFile path: String) -> Int? {
    text(ofFile: path).flatMap { Int($0.prefix { $0.isNumber }) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The beginning of a small file of the system.
  private static func text(ofFile path: String) -> String? {
    bytes(ofFile: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first bytes of a small file of the system.
  static func bytes(ofFile path: String) -> [UInt8]? {
    guard let descriptor = try? System.open(path, .read) else { return nil }
    defer { System.closeDescriptor(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 13)
    let count = try? unsafe bytes.withUnsafeMutableBytes {
      try unsafe System.read(descriptor, into: $0, at: 0, path: path)
    }
    return count.map { Array(bytes.prefix($0)) }
  }
}
