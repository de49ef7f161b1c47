import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@Suite("Staged file")
struct StagedFileTests {
  private func write(_ text: String, to file: StagedFile) throws {
    try file.output.write(text.utf8)
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("The file appears at the commit, with nothing beside it, in folders that are made for it")
  func commit() throws {
    let folder = TestFolder()
    let file = try StagedFile(path: folder.path("a/b/out.csv"))
    try write("new", to: file)
    #expect(try folder.names == ["a"])
    try file.commit()
    #expect(try folder.text(of: "a/b/out.csv") == "new")
    file.abandon()
    #expect(try folder.text(of: "a/b/out.csv") == "new")
  }

  @Test("Abandoning leaves the folder as it was")
  func abandon() throws {
    let folder = try TestFolder(["old"])
    let file = try StagedFile(path: folder.path("a/b/out.csv"))
    try write("new", to: file)
    file.abandon()
    let other = try StagedFile(path: folder.path("old"), mode: .overwrite)
    try write("new", to: other)
    other.abandon()
    #expect(try folder.names == ["old"])
    #expect(try folder.text(of: "old") == "old")
  }

  @Test("A file that nobody commits is gone with its last reference")
  func forgotten() throws {
    let folder = TestFolder()
    _ = try StagedFile(path: folder.path("out"))
    #expect(try folder.names.isEmpty)
  }

  @Test("An existing file is replaced only where that is asked for")
  func modes() throws {
    let folder = try TestFolder(["out"])
    let path = folder.path("out")
    #expect(
      message { _ = try StagedFile(path: path) }
        == "\(path): exists already; give --mode overwrite to replace it")
    #expect(
      message { _ = try StagedFile(path: path, mode: .append) }
        == "\(path): is one file and cannot be appended to; give --mode overwrite, or a folder as the target")
    let file = try StagedFile(path: path, mode: .overwrite)
    try write("new", to: file)
    #expect(try folder.text(of: "out") == "out")
    try file.commit()
    #expect(try folder.text(of: "out") == "new")
    #expect(try folder.names == ["out"])
  }

  @Test("A file that appears during the run is not replaced")
  func race() throws {
    let folder = TestFolder()
    let path = folder.path("out")
    let file = try StagedFile(path: path)
    try folder.write("theirs", to: "out")
    #expect(message { try file.commit() } == "\(path): exists already; give --mode overwrite to replace it")
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "theirs")
  }

  @Test("A link stays, and what it leads to is replaced")
  func links() throws {
    let folder = try TestFolder(["deep/real"])
    try folder.link("link", to: folder.path("deep/real"))
    try folder.link("broken", to: "nowhere")
    let file = try StagedFile(path: folder.path("link"), mode: .overwrite)
    try write("new", to: file)
    try file.commit()
    #expect(try folder.text(of: "deep/real") == "new")
    #expect(try folder.names == ["broken", "deep", "link"])
    let broken = folder.path("broken")
    #expect(
      message { _ = try StagedFile(path: broken) } == "\(broken): is a link to nothing; remove it first")
  }

  @Test("What is no file is refused")
  func noFiles() throws {
    let folder = try TestFolder(["file"])
    let path = folder.path
    #expect(
      message { _ = try StagedFile(path: path, mode: .overwrite) }
        == "\(path): is a folder; give the name of a file")
    #expect(message { _ = try StagedFile(path: "") } == "is no name of a file")
    #expect(message { _ = try StagedFile(path: path + "/new/") } == "\(path)/new/: is no name of a file")
    #expect(
      message { _ = try StagedFile(path: "/dev/null", mode: .overwrite) }
        == "/dev/null: is not a regular file; give another name")
    #expect(
      message { _ = try StagedFile(path: path + "/file/out") }
        == "\(path)/file: is not a folder; give another path")
  }
}
