import Foundation

/// A file that holds one input, in memory where the system has a folder for that.
enum InputFile {
  private static let folder = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"

  /// Makes a file for as long as `body` runs: a new one each time, as the one before may still be mapped.
  static func with<Result>(_ bytes: [UInt8], _ body: (_ path: String) throws -> Result) throws -> Result {
    let path = "\(folder)/inlay-fuzz-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unsafe unlink(path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try body(path)
  }
}
