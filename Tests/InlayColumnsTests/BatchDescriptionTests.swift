import InlayColumns
import Testing

@Suite("Batches as text")
struct BatchDescriptionTests {
  @Test("A batch is printed as a table, with nulls told from texts")
  func table() throws {
    let batch = try RecordBatch(columns: [
      "id": Column([1, 22, nil]), "名前": Column(["日本", nil, "null"]), "note": Column(["", "a\tb", "x"]),
    ])
    #expect(
      batch.formatted(width: 60) == """
           id  名前    note
        int64  string  string
        ─────  ──────  ──────
            1  日本    ""
           22  null    a\\tb
         null  "null"  x
        (3 rows × 3 columns)
        """)
    #expect("\(batch)" == String(reflecting: batch))
  }

  @Test("Rows and columns that there is no room for are counted")
  func cuts() throws {
    let batch = try RecordBatch(columns: [
      "first": Column((0..<20).map { "value \($0)" }), "second": Column(Array(0..<20)),
      "third": Column(Array(0..<20)),
    ])
    #expect(
      batch.formatted(limit: 2, width: 20) == """
        first    …  third
        string   …  int64
        ───────  …  ─────
        value 0  …      0
        value 1  …      1
        (20 rows, of which the first 2 × 3 columns, of which 2)
        """)
    #expect(batch.slice(0..<0).formatted(width: 40).hasSuffix("(0 rows × 3 columns)"))
  }
}
