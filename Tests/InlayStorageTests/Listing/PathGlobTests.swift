import FoundationEssentials
import InlayBytes
import InlayTesting
import Testing

@testable import InlayStorage

@Suite("Patterns of paths")
struct PathGlobTests {
  private func paths(_ pattern: String, in folder: TestFolder) throws -> [String] {
    let glob = try #require(PathGlob(folder.path(pattern)))
    return try glob.paths().map { String($0.dropFirst(folder.path.count + 1)) }
  }

  @Test("Names are met in the order of their paths, folders among them")
  func names() throws {
    let folder = try TestFolder(["b.csv", "a.csv", "a.txt", "x/a.csv", "y/z/a.csv", ".h.csv", "_s.csv"])
    #expect(try paths("*.csv", in: folder) == ["a.csv", "b.csv"])
    #expect(try paths("?.{csv,txt}", in: folder) == ["a.csv", "a.txt", "b.csv"])
    #expect(try paths("[xy]", in: folder) == ["x", "y"])
    #expect(try paths("*/a.csv", in: folder) == ["x/a.csv"])
    #expect(try paths("**/a.csv", in: folder) == ["a.csv", "x/a.csv", "y/z/a.csv"])
    #expect(try paths("_*.csv", in: folder) == ["_s.csv"])
    #expect(try paths("*.json", in: folder) == [])
    #expect(try paths("a.csv/*", in: folder) == [])
  }

  @Test("A path without patterns is none, and a broken pattern is an error")
  func none() throws {
    #expect(PathGlob("a/b.csv") == nil)
    let folder = try TestFolder(["a"])
    let error = #expect(throws: InlayError.self) { _ = try paths("a[", in: folder) }
    #expect(error?.message == "is no pattern: a bracket or a brace is not closed, or stands in another one")
  }

  @Test("A loop of links ends")
  func loop() throws {
    let folder = try TestFolder(["x/a"])
    try folder.link("x/again", to: folder.path)
    let error = #expect(throws: InlayError.self) { _ = try paths("**/a", in: folder) }
    #expect(error?.code == .limitExceeded)
  }
}
