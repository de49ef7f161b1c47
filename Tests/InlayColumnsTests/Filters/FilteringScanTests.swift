import InlayBytes
import Testing

@testable import InlayColumns

@Suite("Sources that are filtered from outside")
struct FilteringScanTests {
  private static func source() throws -> ConcatenatedSource {
    let schema = Schema([Field("number", .int64), Field("text", .string)])
    let parts = (0..<2).map { part in
      MemorySource(
        schema: schema,
        batches: (0..<2).map { batch in
          let start = part * 20 + batch * 10
          let numbers = Values((start..<start + 10).map(Int64.init))
          let texts = ViewValues((start..<start + 10).map { "row \($0)" })
          return RecordBatch(
            schema: schema,
            columns: [
              Column(type: .int64, storage: .int64(numbers)), Column(type: .string, storage: .views(texts)),
            ], rowCount: 10)
        })
    }
    return try ConcatenatedSource(parts) { "part \($0)" }
  }

  private static func read(_ request: ScanRequest) throws -> (rows: [[ColumnValue?]], progress: ScanProgress)
  {
    let scan = try source().scan(request)
    var rows: [[ColumnValue?]] = []
    while let morsel = try scan.nextMorsel() {
      let batch = try scan.read(morsel)
      #expect(batch.schema == scan.schema)
      let values = ReferenceLogic(columns: batch.columns)
      for row in 0..<batch.rowCount { rows.append(batch.columns.indices.map { values.value($0, row) }) }
    }
    return (rows, scan.progress)
  }

  @Test("The rows that meet the filter come in order, without the columns that only the filter asks for")
  func filtered() throws {
    let filter = RowFilter.any([
      .comparison(column: 0, .less, .integer(2)), .comparison(column: 0, .greaterOrEqual, .integer(38)),
    ])
    let (rows, progress) = try Self.read(ScanRequest(columns: [1], filter: filter))
    #expect(rows == [0, 1, 38, 39].map { [.text("row \($0)")] })
    #expect(progress.rowCount == 4)
    #expect(progress.skipped.rowsByFilter == 36)
  }

  @Test("A filter may use columns that are asked for, in any order and none at all")
  func columns() throws {
    let filter = RowFilter.comparison(column: 0, .equal, .integer(7))
    #expect(
      try Self.read(ScanRequest(columns: [1, 0], filter: filter)).rows == [[.text("row 7"), .integer(7)]])
    #expect(try Self.read(ScanRequest(columns: [], filter: filter)).rows == [[]])
  }
}
