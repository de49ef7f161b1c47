import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@Suite("Lock of a target")
struct TargetLockTests {
  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  /// What a second run is told, up to the time.
  private func refusal(_ path: String) -> String {
    """
    \(path): another run writes to this target; wait until it ends, or give another target. It is process \
    \(System.processID) on \(System.hostName) since 2
    """
  }

  @Test("Of two runs into one folder the second is told who the first one is", arguments: OutputMode.allCases)
  func folders(mode: OutputMode) throws {
    let folder = TestFolder()
    let first = try StagedFolder(path: folder.path, mode: mode)
    let text = message { _ = try StagedFolder(path: folder.path, mode: mode) }
    #expect(text?.hasPrefix(refusal(folder.path)) == true, "\(text ?? "")")
    try first.makeFile(named: "a").write("new".utf8)
    try first.commit()
    #expect(try folder.names == ["a"])
    let next = try StagedFolder(path: folder.path, mode: .append)
    next.abandon()
    #expect(try folder.names == ["a"])
  }

  @Test("Of two runs into one file the second is told who the first one is; files beside it are free")
  func files() throws {
    let folder = TestFolder()
    let path = folder.path("out")
    let first = try StagedFile(path: path)
    let other = try StagedFile(path: folder.path("other"))
    let text = message { _ = try StagedFile(path: path) }
    #expect(text?.hasPrefix(refusal(path)) == true, "\(text ?? "")")
    try other.commit()
    try first.commit()
    #expect(try folder.names == ["other", "out"])
    try StagedFile(path: path, mode: .overwrite).commit()
    #expect(try folder.names == ["other", "out"])
  }

  @Test("A folder is not replaced while a file is written into it, nor the other way round")
  func fileInFolder() throws {
    let folder = TestFolder()
    let file = try StagedFile(path: folder.path("out"))
    let text = message { _ = try StagedFolder(path: folder.path, mode: .overwrite) }
    #expect(text?.hasPrefix(refusal(folder.path)) == true, "\(text ?? "")")
    file.abandon()
    let whole = try StagedFolder(path: folder.path, mode: .overwrite)
    #expect(message { _ = try StagedFile(path: folder.path("out")) }?.hasPrefix(refusal(folder.path)) == true)
    whole.abandon()
    #expect(try folder.names.isEmpty)
  }

  @Test("What a run writes is hidden, and for its owner only")
  func privacy() throws {
    let folder = TestFolder()
    let staged = try StagedFolder(path: folder.path)
    try staged.makeFile(named: "a").write("new".utf8)
    let file = try StagedFile(path: folder.path("deep/out"))
    for place in [folder.path, folder.path("deep")] {
      for name in try FileManager.default.contentsOfDirectory(atPath: place) where name != "deep" {
        #expect(name.hasPrefix(".inlay-"))
        let mode = try FileManager.default.attributesOfItem(atPath: place + "/" + name)[.posixPermissions]
        #expect((mode as? Int).map { $0 & 0o077 } == 0, "\(name)")
      }
    }
    file.abandon()
    try staged.commit()
  }

  @Test("The lock file of a dead run goes with the next run, and what only looks like one stays")
  func leftovers() throws {
    let folder = try TestFolder([".inlay-0123456789abcdef.lock", ".inlay-notes.lock"])
    try StagedFile(path: folder.path("out")).commit()
    #expect(try folder.names == [".inlay-notes.lock", "out"])
  }

  @Test("A folder that replaces another keeps its permissions, and links to it")
  func permissions() throws {
    let folder = try TestFolder(["real/old", "real/older"])
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.path("real"))
    try folder.link("link", to: "real")
    let staged = try StagedFolder(path: folder.path("link"), mode: .overwrite)
    for name in ["a", "b"] { try staged.makeFile(named: name).write("new".utf8) }
    try staged.commit()
    #expect(try folder.names == ["link", "real"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("real")).sorted() == ["a", "b"])
    let mode =
      try FileManager.default.attributesOfItem(atPath: folder.path("real"))[.posixPermissions] as? Int
    #expect(mode == 0o750)
  }
}
