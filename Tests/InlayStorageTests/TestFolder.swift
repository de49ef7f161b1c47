import FoundationEssentials
import InlayBytes
import InlayStorage

/// A folder that is gone when the test that made it is.
final class TestFolder {
  let path: String

  /// Makes a folder with files, each holding its own name.
  init(_ names: [String] = []) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "inlay-storage-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in names { try write(name, to: name) }
  }

  /// Makes a folder with files of the given contents.
  convenience init(_ files: [String: String]) throws {
    try self.init()
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let folder = path(name).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: folder.joined(separator: "/"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// What lies in the folder, hidden files included.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension FileOutput {
  func write(_ bytes: some Sequence<UInt8>) throws {
    let values = Values<UInt8>(Array(bytes))
    try write(values.rawSpan)
  }
}
