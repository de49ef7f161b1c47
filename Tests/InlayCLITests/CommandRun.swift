import Foundation
import Testing

/// A run of the built command.
struct CommandRun {
  let status: Int32
  /// What it printed, and that as text.
  let bytes: Data
  let output: String
  let errors: String

  /// The top of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the command from the top of the repository.
  init(_ arguments: String...) throws { try self.init(arguments) }

  /// Runs the command from the top of the repository.
  ///
  /// - Parameter input: What comes through a pipe to its standard input; nil for nothing.
  init(_ arguments: [String], input: Data? = nil) throws {
    let process = Process()
    process.executableURL = try Self.binary()
    process.arguments = arguments
    process.currentDirectoryURL = Self.root
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let given = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : given
    try process.run()
    // What the tests give fits into a pipe.
    if let input { try given.fileHandleForWriting.write(contentsOf: input) }
    try given.fileHandleForWriting.close()
    // The errors of a run are few, so they wait in their pipe while the output is read.
    bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    self.output = String(decoding: bytes, as: UTF8.self)
    self.errors = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// The command lies beside the tests that were built with it.
  static func binary() throws -> URL {
    let places =
      [Bundle.main.executableURL, CommandLine.arguments.first.map { URL(filePath: $0) }]
      + Bundle.allBundles.map(\.executableURL)
    let folders =
      places.compactMap { $0?.deletingLastPathComponent() } + [
        root.appending(path: ".build/tests/debug"), root.appending(path: ".build/debug"),
      ]
    return try #require(
      folders.map { $0.appending(path: "inlay") }.first {
        FileManager.default.isExecutableFile(atPath: $0.path)
      })
  }
}
