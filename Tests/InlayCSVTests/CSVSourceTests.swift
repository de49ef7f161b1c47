import Foundation
import InlayBytes
import InlayColumns
import Testing

@testable import InlayCSV

@Suite("CSV source")
struct CSVSourceTests {
  @Test("A plain file gives its rows as strings")
  func plain() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("a,b\n1,two\n\"x,\"\"y\"\"\",\n", to: "a.csv")
    let source = try CSVSource(path: path)
    #expect(source.schema == Schema([Field("a", .string), Field("b", .string)]))
    #expect(source.estimate == SizeEstimate(byteCount: 21, likelyRowCount: 2))
    #expect(try rows(of: source) == [["1", "two"], ["x,\"y\"", ""]])
  }

  @Test(
    "A file that is written to after its columns were found is an error; another one in its place is read")
  func changedBetween() throws {
    let folder = TemporaryFolder()
    let path = try folder.write("a,b\n1,two\n", to: "a.csv")
    let source = try CSVSource(path: path)
    let wanted = try rows(of: source)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
    let error = #expect(throws: InlayError.self) { try rows(of: source) }
    #expect(
      error?.description == "\(path): was changed while it was read; read it again when nobody writes to it")
    let other = try folder.write("a,b\n1,two\n", to: "other.csv")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: other, toPath: path)
    #expect(try rows(of: source) == wanted)
  }
}
