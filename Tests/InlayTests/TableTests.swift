import Inlay
import InlayBytes
import InlayColumns
import Testing

@Suite("Table")
struct TableTests {
  private func source(_ names: [String]) -> MemorySource {
    MemorySource(schema: Schema(names.map { Field($0, .int64) }), batches: [])
  }

  @Test("A chain of calls describes the columns it will give")
  func schema() throws {
    let table = Table(source(["id", "a"]))
      .joined(to: Table(source(["b", "id"])), on: ("id", "id"))
      .renaming("b", to: "c")
      .dropping(".id")
    #expect(try table.schema().names == ["a", "c", "id"])
    #expect(try table.selecting("id", "a").schema().names == ["id", "a"])
  }

  @Test("A mistake is thrown when the rows or columns are asked for, not before")
  func deferredErrors() {
    let table = Table(source(["id"])).dropping("no such")
    let error = #expect(throws: InlayError.self) { try table.schema() }
    #expect(error?.message == "there is no column no such; the columns are: id")
  }
}
