import InlayBytes
import InlayColumns
import Testing

@Suite("Sources one after the other")
struct ConcatenatedSourceTests {
  private static func table(_ name: String, _ batches: [[String]]) -> MemorySource {
    let schema = Schema([Field(name, .string), Field("same", .string)])
    return MemorySource(
      schema: schema,
      batches: batches.map { texts in
        let column = Column(type: .string, storage: .views(ViewValues(texts)))
        return RecordBatch(schema: schema, columns: [column, column], rowCount: texts.count)
      })
  }

  @Test("Rows come in the order of the parts, and morsels are numbered through")
  func order() throws {
    let parts = [Self.table("a", [["1", "2"], ["3"]]), Self.table("a", []), Self.table("a", [["4"]])]
    let source = try ConcatenatedSource(parts) { "\($0)" }
    #expect(source.schema.names == ["a", "same"])
    #expect(source.estimate == SizeEstimate(byteCount: 64, rowCount: 4))

    let scan = try source.scan(ScanRequest(columns: [0]))
    var morsels: [Morsel] = []
    while let morsel = try scan.nextMorsel() { morsels.append(morsel) }
    #expect(morsels.map(\.sequence) == [0, 1, 2])
    // A morsel may be read long after the scan has gone on to another part.
    let texts = try morsels.reversed().map { morsel in
      let batch = try scan.read(morsel)
      #expect(batch.schema.names == ["a"])
      guard case .views(let values) = batch.columns[0].storage else { return [String]() }
      return (0..<batch.rowCount).map { values.text(at: $0) }
    }
    #expect(texts.reversed() == [["1", "2"], ["3"], ["4"]])
    #expect(scan.progress.rowCount == 4)
  }

  @Test("Parts with other columns are refused by name")
  func otherColumns() {
    let error = #expect(throws: InlayError.self) {
      try ConcatenatedSource([Self.table("a", []), Self.table("b", [])]) { ["x.csv", "y.csv"][$0] }
    }
    #expect(
      error?.description
        == "y.csv, column b: the columns are not those of the first file, and files that are read together need the same ones; "
        + "the first file is x.csv")
  }

  @Test("Nothing is no source")
  func nothing() {
    let error = #expect(throws: InlayError.self) { try ConcatenatedSource([]) { "\($0)" } }
    #expect(error?.description == "there is nothing to read; name a file")
  }
}
