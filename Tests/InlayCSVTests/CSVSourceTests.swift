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
}
