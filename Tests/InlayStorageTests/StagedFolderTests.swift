import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@Suite("Staged folder")
struct StagedFolderTests {
  private func add(_ names: [String], to folder: StagedFolder) throws {
    for name in names {
      try folder.makeFile(named: name).write("new \(name)".utf8)
    }
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("All files appear at the commit, in a folder that is made for them")
  func commit() throws {
    let folder = TestFolder()
    let staged = try StagedFolder(path: folder.path("lake/table"))
    try add(["a", "b"], to: staged)
    let before = try TestFolder.visibleNames(in: folder.path("lake/table"))
    try staged.commit()
    #expect(before.isEmpty)
    #expect(try folder.text(of: "lake/table/a") == "new a")
    #expect(try folder.text(of: "lake/table/b") == "new b")
  }

  @Test("A target that holds files is refused, and the message names what to give")
  func error() throws {
    let folder = try TestFolder(["old.parquet", "older.parquet"])
    let path = folder.path
    #expect(
      message { _ = try StagedFolder(path: path) } == """
        \(path): holds files already; give --mode append to add to them or --mode overwrite to replace them: \
        old.parquet
        """)
    #expect(try folder.names == ["old.parquet", "older.parquet"])
  }

  @Test("Hidden files and those with an underscore do not count")
  func hidden() throws {
    let folder = try TestFolder([".hidden", "_SUCCESS"])
    let staged = try StagedFolder(path: folder.path)
    try add(["a"], to: staged)
    try staged.commit()
    #expect(try folder.names == [".hidden", "_SUCCESS", "a"])
  }

  @Test("Appending adds, and replaces nothing")
  func append() throws {
    let folder = try TestFolder(["old"])
    let staged = try StagedFolder(path: folder.path, mode: .append)
    try add(["part-\(staged.run)"], to: staged)
    try staged.commit()
    #expect(try folder.names == ["old", "part-\(staged.run)"].sorted())
    let clash = try StagedFolder(path: folder.path, mode: .append)
    try add(["fresh", "old"], to: clash)
    #expect(
      message { try clash.commit() }
        == "\(folder.path)/old: exists already, and a run that appends replaces nothing")
    #expect(try folder.names.count == 2)
    #expect(try folder.text(of: "old") == "old")
  }

  @Test("Overwriting removes old files and what describes them, when the new ones are in place")
  func overwrite() throws {
    let folder = try TestFolder(["old", "same", "_metadata", "_notes", ".hidden"])
    let staged = try StagedFolder(path: folder.path, mode: .overwrite)
    try add(["new", "same"], to: staged)
    #expect(try folder.text(of: "old") == "old")
    #expect(try folder.text(of: "same") == "same")
    try staged.commit()
    #expect(try folder.names == [".hidden", "_notes", "new", "same"])
    #expect(try folder.text(of: "same") == "new same")
  }

  @Test("A folder in the target is never overwritten")
  func nested() throws {
    let folder = try TestFolder(["staging/input.csv"])
    let path = folder.path
    #expect(
      message { _ = try StagedFolder(path: path, mode: .overwrite) }
        == "\(path): holds a folder, which is never overwritten; remove it or give another target: staging")
  }

  @Test("Abandoning removes all files of the run and the folders made for it")
  func abandon() throws {
    let folder = try TestFolder(["old"])
    let inner = try StagedFolder(path: folder.path("a/b"))
    try add(["x"], to: inner)
    inner.abandon()
    let staged = try StagedFolder(path: folder.path, mode: .overwrite)
    try add(["x"], to: staged)
    staged.abandon()
    #expect(try folder.names == ["old"])
    #expect(try folder.text(of: "old") == "old")
  }

  @Test("A target that is no folder is refused")
  func noFolder() throws {
    let folder = try TestFolder(["file"])
    try folder.link("broken", to: "nowhere")
    let path = folder.path
    for name in ["\(path)/file", "/dev/null"] {
      #expect(
        message { _ = try StagedFolder(path: name, mode: .append) }
          == "\(name): is not a folder; give a folder as the target")
    }
    #expect(
      message { _ = try StagedFolder(path: path + "/broken") }
        == "\(path)/broken: is a link to nothing; remove it first")
    #expect(
      message { _ = try StagedFolder(path: path + "/file/deep") }
        == "\(path)/file: is not a folder; give another path")
  }

  @Test("What a dead run left is removed, and what only looks like it is not")
  func leftovers() throws {
    let folder = try TestFolder([
      ".inlay-0123456789abcdef/part", ".inlay-notes/mine", ".inlay-0123456789abcdeg",
    ])
    let staged = try StagedFolder(path: folder.path, mode: .append)
    try add(["new"], to: staged)
    try staged.commit()
    #expect(try folder.names == [".inlay-0123456789abcdeg", ".inlay-notes", "new"])
  }

  @Test("A leftover that is a link is not followed")
  func linkedLeftover() throws {
    let folder = try TestFolder(["precious/file"])
    try folder.link(".inlay-0123456789abcdef", to: "precious")
    try StagedFolder(path: folder.path, mode: .append).commit()
    #expect(try folder.text(of: "precious/file") == "precious/file")
  }

  @Test("A place that may not be written to is named", .enabled(if: !TestFolder.isSuperuser))
  func permission() throws {
    let folder = try TestFolder(["locked/file"])
    let path = folder.path("locked")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    let text = message { _ = try StagedFolder(path: path, mode: .append) }
    #expect(text?.hasSuffix(": cannot be made: Permission denied") == true)
  }
}

extension TestFolder {
  static func visibleNames(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
  }

  /// Whether this process may do everything, so that no permission can be missing.
  static var isSuperuser: Bool { FileManager.default.isWritableFile(atPath: "/") }
}
