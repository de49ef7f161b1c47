import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@Suite("Staged partitions")
struct StagedPartitionsTests {
  private func add(_ names: [String], to folder: StagedFolder) throws {
    for name in names { try folder.makeFile(named: name).write("new".utf8) }
  }

  private func files(in folder: TestFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("Files appear in their folders at the commit, and not before")
  func commit() throws {
    let folder = TestFolder()
    let staged = try StagedFolder(path: folder.path, partitionKeys: ["a", "b"])
    try add(["a=1/b=2/x", "a=1/b=3/x", "a=2/b=2/x"], to: staged)
    #expect(try TestFolder.visibleNames(in: folder.path) == [])
    try staged.commit()
    #expect(
      try files(in: folder) == [
        "a=1", "a=1/b=2", "a=1/b=2/x", "a=1/b=3", "a=1/b=3/x", "a=2", "a=2/b=2", "a=2/b=2/x",
      ])
  }

  @Test("What was abandoned leaves nothing, and neither does a dead run")
  func abandon() throws {
    let folder = try TestFolder([".inlay-0123456789abcdef/a=1/b=2/part"])
    let staged = try StagedFolder(path: folder.path, partitionKeys: ["a"])
    try add(["a=1/x"], to: staged)
    staged.abandon()
    #expect(try folder.names == [])
  }

  @Test("A run that overwrites puts all partitions away, and folders that are then empty")
  func overwrite() throws {
    let folder = try TestFolder(["a=1/old", "a=2/old", "a=3/.hidden", "loose", "_SUCCESS"])
    let staged = try StagedFolder(path: folder.path, mode: .overwrite, partitionKeys: ["a"])
    try add(["a=2/new", "a=4/new"], to: staged)
    try staged.commit()
    #expect(
      try files(in: folder) == ["a=2", "a=2/new", "a=3", "a=3/.hidden", "a=4", "a=4/new"])
  }

  @Test("A run that appends leaves all that is there")
  func append() throws {
    let folder = try TestFolder(["a=1/old"])
    let staged = try StagedFolder(path: folder.path, mode: .append, partitionKeys: ["a"])
    try add(["a=1/new"], to: staged)
    try staged.commit()
    #expect(try files(in: folder) == ["a=1", "a=1/new", "a=1/old"])
  }

  @Test(
    "Folders that are no partitions are never overwritten",
    arguments: [["other/x"], ["b=1/x"], ["a=1/b=2/x"]])
  func refusal(names: [String]) throws {
    let folder = try TestFolder(names)
    let text = message {
      _ = try StagedFolder(path: folder.path, mode: .overwrite, partitionKeys: ["a"])
    }
    #expect(text?.contains("holds a folder that is no partition by a, which is never overwritten") == true)
    #expect(try files(in: folder).contains(names[0]))
  }

  @Test("No file is written through a link within the target")
  func appendThroughLink() throws {
    let outside = try TestFolder(["precious"])
    let folder = try TestFolder(["a=2/old"])
    try folder.link("a=1", to: outside.path)
    let staged = try StagedFolder(path: folder.path, mode: .append, partitionKeys: ["a"])
    try add(["a=2/x", "a=1/x"], to: staged)
    #expect(
      message { try staged.commit() }
        == "\(folder.path)/a=1: is a link, and no file is written through one; put a folder in its place")
    #expect(try outside.names == ["precious"])
    #expect(try folder.names == ["a=1", "a=2"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("a=2")) == ["old"])
  }

  @Test("A link to a folder is no partition that is overwritten")
  func link() throws {
    let outside = try TestFolder(["precious"])
    let folder = TestFolder()
    try folder.link("a=1", to: outside.path)
    #expect(
      message { _ = try StagedFolder(path: folder.path, mode: .overwrite, partitionKeys: ["a"]) } != nil)
    #expect(try outside.names == ["precious"])
  }
}
