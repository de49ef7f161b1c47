import FoundationEssentials

/// A folder that is gone when the test that made it is.
public final class TestFolder: Sendable {
  /// Where it lies.
  public let path: String

  /// Makes an empty folder; where none can be made, writing into it fails.
  public init() {
    path = FileManager.default.temporaryDirectory.appending(path: "inlay-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Makes a folder with files of the given texts, and the folders that these lie in.
  public convenience init(_ files: [String: String]) throws {
    self.init()
    for (name, text) in files { try write(text, to: name) }
  }

  /// Makes a folder with files, each holding its own name.
  public convenience init(_ names: [String]) throws {
    try self.init(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders that it lies in, and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let folder = path(name).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Writes a file, with the folders that it lies in, and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// What a file holds.
  public func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// What lies in the folder, hidden files included.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}
