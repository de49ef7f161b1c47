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

  private static func numbers() -> Table {
    let schema = Schema([Field("id", .int64), Field("day", .date)])
    let days = Column(
      type: .date, storage: .int32(Values((0..<10).map { Int32($0) })),
      validity: Bitmap((0..<10).map { $0 != 7 }))
    let ids = Column(type: .int64, storage: .int64(Values((0..<10).map { Int64($0) })))
    return Table(
      MemorySource(
        schema: schema, batches: [RecordBatch(schema: schema, columns: [ids, days], rowCount: 10)]))
  }

  @Test("Rows are kept by conditions on columns, and by a condition in words")
  func filtering() async throws {
    let late = Self.numbers().filtering("day", .greaterThan("1970-01-05"))
    #expect(try await late.count() == 4)
    #expect(try await late.filtering("id", .not(.isOneOf([5, 6]))).selecting("day").count() == 2)
    #expect(try await Self.numbers().filtering(where: "id < 3 OR day >= '1970-01-10'").count() == 4)
    let renamed = Self.numbers().renaming("id", to: "key").filtering(where: "key = 4 AND day IS NOT NULL")
    #expect(try await renamed.collect().map(\.rowCount) == [1])
    let nothing = try await Self.numbers().filtering("id", .lessThan(0)).collect()
    #expect(nothing.isEmpty)
  }

  @Test("A condition that does not go with the columns is an error")
  func filteringErrors() {
    let column = #expect(throws: InlayError.self) { try Self.numbers().filtering("x", .isNull).plan() }
    #expect(column?.message == "there is no column x; the columns are: id, day")
    let value = #expect(throws: InlayError.self) { try Self.numbers().filtering("day", .equalTo(5)).plan() }
    #expect(value?.description == "column day: not a value of type date: 5")
  }

  @Test("A mistake is thrown when the rows or columns are asked for, not before")
  func deferredErrors() {
    let table = Table(source(["id"])).dropping("no such")
    let error = #expect(throws: InlayError.self) { try table.schema() }
    #expect(error?.message == "there is no column no such; the columns are: id")
  }
}
