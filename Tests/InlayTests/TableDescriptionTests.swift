import Inlay
import Testing

@Suite("Tables as text")
struct TableDescriptionTests {
  private static func table(rows: Int) throws -> Table {
    try Table(columns: ["id": Column(Array(0..<rows)), "name": Column((0..<rows).map { "n\($0)" })])
  }

  @Test("A table is printed with its first rows")
  func rows() throws {
    let table = try Self.table(rows: 3).filtering("id", .greaterThan(0)).sorted(by: .descending("id"))
    #expect(
      "\(table)" == """
           id  name
        int64  string
        ─────  ──────
            2  n2
            1  n1
        (2 rows × 2 columns)
        """)
    let many = try Self.table(rows: 100_000)
    #expect(many.description.hasSuffix("(the first 10 rows × 2 columns)"))
    #expect(String(reflecting: many) == many.description)
    #expect(try many.formatted(limit: 0).hasSuffix("(the first 0 rows × 2 columns)"))
  }

  @Test("What takes long is not computed to be printed, and what cannot be says why")
  func others() throws {
    let numbers = Column(Array(0..<600_000))
    let large = try Table(columns: ["a": numbers, "b": numbers, "c": numbers, "d": numbers]).sorted(by: "a")
    #expect(large.description.hasPrefix("a table that is yet to be computed:\n  a: int64\n  b: int64"))
    let wrong = try Self.table(rows: 1).selecting("nam")
    #expect(
      wrong.description
        == "a table that cannot be computed: there is no column nam; did you mean name?")
  }
}
