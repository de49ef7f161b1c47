import Foundation
import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV source")
struct CSVSourceTests {
  @Test("A plain file gives its rows as strings")
  func plain() throws {
    let folder = TestFolder()
    let path = try folder.write("a,b\n1,two\n\"x,\"\"y\"\"\",\n", to: "a.csv")
    let source = try CSVSource(path: path)
    #expect(source.schema == Schema([Field("a", .string), Field("b", .string)]))
    #expect(source.estimate == SizeEstimate(byteCount: 21, likelyRowCount: 2))
    #expect(try rows(of: source) == [["1", "two"], ["x,\"y\"", ""]])
  }

  @Test(
    "A file that is replaced after its columns were found is read as it was; one that is written to is an error"
  )
  func changedBetween() throws {
    let folder = TestFolder()
    let path = try folder.write("a,b\n1,two\n", to: "a.csv")
    let source = try CSVSource(path: path)
    let wanted = try rows(of: source)
    #expect(!wanted.isEmpty)
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/old")
    _ = try folder.write("c\n3\n", to: "a.csv")
    #expect(try rows(of: source) == wanted)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: folder.path + "/old", toPath: path)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
    let error = #expect(throws: InlayError.self) { try rows(of: source) }
    #expect(
      error?.description == "\(path): was changed while it was read; read it again when nobody writes to it")
  }
}
