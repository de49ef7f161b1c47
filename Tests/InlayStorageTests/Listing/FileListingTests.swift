import FoundationEssentials
import InlayBytes
import InlayTesting
import Testing

@testable import InlayStorage

@Suite("The files of a source")
struct FileListingTests {
  private static let files = [
    "b.csv": "x", "a.csv": "x", "_SUCCESS": "x", ".hidden.csv": "x", "deep/c.csv": "x",
    "deep/_old/d.csv": "x",
    "_day=1/e.csv": "x", "z.bak": "x",
  ]

  private func list(
    _ path: String, recurses: Bool = true, except patterns: [String] = [], location: String? = nil
  ) throws -> [String] {
    let listing = FileListing(recurses: recurses, exclusions: patterns.compactMap { PathPattern($0) })
    let files = try listing.files(at: path, location: location ?? path)
    #expect(files.allSatisfy { $0.byteCount == 1 })
    return files.map { String($0.path.dropFirst(path.count)) }
  }

  @Test("A folder is listed in the order of paths, without what is hidden")
  func folder() throws {
    let files = try TestFolder(Self.files)
    let folder = files.path
    #expect(try list(folder) == ["/_day=1/e.csv", "/a.csv", "/b.csv", "/deep/c.csv", "/z.bak"])
    #expect(try list(folder + "/", recurses: false) == ["a.csv", "b.csv", "z.bak"])
    #expect(try list(folder + "/a.csv") == [""])
  }

  @Test("Exclusions match the path within the folder, or the whole location")
  func exclusions() throws {
    let files = try TestFolder(Self.files)
    let folder = files.path
    let location = "s3://b/in/"
    #expect(
      try list(folder, except: ["**.bak", "deep/*"], location: location) == [
        "/_day=1/e.csv", "/a.csv", "/b.csv",
      ])
    #expect(
      try list(folder, except: ["s3://b/in/**/*", "z*"], location: location) == ["/a.csv", "/b.csv"])
  }

  @Test("Where there is no file to read, the message names the place")
  func nothing() throws {
    let files = try TestFolder(["deep/c.csv": "x"])
    let folder = files.path
    let missing = #expect(throws: InlayError.self) { try list(folder + "/x.csv", location: "s3://b/x.csv") }
    #expect(
      missing?.description
        == "Nothing is there; the location `s3://b/x.csv` stands for `\(folder)/x.csv`.")
    let empty = #expect(throws: InlayError.self) { try list(folder, recurses: false) }
    #expect(
      empty?.description
        == "No file to read is there; the path is `\(folder)`. Folders in it are not looked into, as recurse is not "
        + "set.")
    let excluded = #expect(throws: InlayError.self) { try list(folder + "/deep/c.csv", except: ["c.*"]) }
    #expect(excluded?.description == "No file to read is there; the path is `\(folder)/deep/c.csv`.")
  }

  @Test("A link that leads back ends in an error")
  func loop() throws {
    let files = try TestFolder(["a.csv": "x"])
    let folder = files.path
    try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
    let error = #expect(throws: InlayError.self) { try list(folder) }
    #expect(error?.code == .limitExceeded)
  }
}
