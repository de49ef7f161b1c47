import InlayBytes
import InlayColumns
import InlayParquet
import InlayTesting
import Testing

@Suite("Row groups by bytes")
struct RowGroupCutsTests {
  private static func rowCounts(_ columns: [Column], _ options: ParquetWriterOptions) throws -> [Int64] {
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: columns[0].count)
    let bytes = try WrittenFiles.write([batch], schema: schema, options)
    return try WrittenFiles.metadata(bytes).rowGroups.map(\.rowCount)
  }

  private static func options(_ bytes: Int, rows: Int = 1_000) -> ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.bytesPerGroup = bytes
    options.rowsPerGroup = rows
    return options
  }

  private static func integers(_ count: Int, validity: [Bool]? = nil) -> Column {
    Column(
      type: .int64, storage: .int64(Values((0..<count).map { Int64($0) })),
      validity: validity.map { Bitmap($0) })
  }

  @Test(
    "The row that reaches the bound is the last of its row group",
    arguments: [(79, [10, 10]), (80, [10, 10]), (81, [11, 9]), (160, [20]), (161, [20]), (1, [])])
  func bound(bytes: Int, expected: [Int64]) throws {
    let expected = expected.isEmpty ? Array(repeating: 1, count: 20) : expected
    #expect(try Self.rowCounts([Self.integers(20)], Self.options(bytes)) == expected)
  }

  @Test("Rows bound a row group as well")
  func rows() throws {
    #expect(try Self.rowCounts([Self.integers(20)], Self.options(80, rows: 7)) == [7, 7, 6])
    #expect(try Self.rowCounts([Self.integers(20)], Self.options(48, rows: 7)) == [6, 6, 6, 2])
  }

  @Test("Texts weigh their bytes and four more, nulls nothing, in dictionary form as well")
  func texts() throws {
    let texts = ["", "1234", "a text of twenty-six bytes", "1234", "1234", "1"]
    let values = ViewValues(texts)
    let present = Bitmap([true, true, true, false, true, true])
    let column = Column(type: .string, storage: .views(values), validity: present)
    // 4, 8, 30, 0, 8, 5
    let cases: [(Int, [Int64])] = [(12, [2, 1, 3]), (13, [3, 3]), (42, [3, 3]), (43, [5, 1])]
    for (bytes, expected) in cases {
      var random = SeededGenerator(1)
      for form in [column, column.inDictionaryForm(&random)] {
        #expect(try Self.rowCounts([form], Self.options(bytes)) == expected)
      }
    }
  }

  @Test("Lists weigh their elements, structures their fields, and what is null nothing")
  func nested() throws {
    let lists = Column(
      type: .list(Field("element", .int64)),
      storage: .list(ListValues(offsets: Values([0, 2, 2, 5, 7, 8]), elements: Self.integers(9))),
      validity: Bitmap([true, true, true, false, true]))
    // 16, 0, 24, 0, 8
    #expect(try Self.rowCounts([lists], Self.options(16)) == [1, 2, 2])
    #expect(try Self.rowCounts([lists[1..<5]], Self.options(25)) == [4])
    let fields = [Self.integers(5, validity: [true, false, true, true, true]), lists]
    let structures = Column(
      type: .structure([Field("a", .int64), Field("b", lists.type)]),
      storage: .structure(StructureValues(columns: fields, count: 5)),
      validity: Bitmap([true, true, false, true, true]))
    // 24, 0, 0, 8, 16
    #expect(try Self.rowCounts([structures], Self.options(24)) == [1, 4])
    #expect(try Self.rowCounts([structures], Self.options(25)) == [4, 1])
  }

  @Test("The bytes of the file do not depend on batches nor threads", arguments: 0..<6)
  func determinism(seed: Int) throws {
    var maker = RandomNesting(seed: seed + 70)
    let fields = [
      Field("a", .string), Field("b", maker.type(depth: 3)), Field("c", .decimal(precision: 20, scale: 1)),
    ]
    let rowCount = 2_000
    let columns = fields.map { maker.column($0, count: rowCount) }
    let schema = Schema(fields)
    let whole = RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
    let options = Self.options([700, 9_000, 30_000].randomElement(using: &maker.flat.random)!, rows: 900)
    let expected = try WrittenFiles.write([whole], schema: schema, options)
    #expect(try WrittenFiles.metadata(expected).rowGroups.count > 2)
    for round in 0..<4 {
      let sink = MemorySink()
      let writer = try ParquetWriter(schema: schema, to: sink, options: options)
      let order = Array(0..<writer.laneCount).shuffled(using: &maker.flat.random)
      let step = [1, 37, 512, 1_999][round]
      _ = try Workers(count: 1 + round).map(writer.laneCount) { task in
        for start in stride(from: 0, to: rowCount, by: step) {
          let piece = whole.slice(start..<min(rowCount, start + step))
          try writer.write(PreparedBatch(piece), lane: order[task])
        }
        try writer.finish(lane: order[task])
      }
      try writer.close()
      #expect(sink.bytes == expected)
    }
  }

  @Test("A row group that is asked for begins the count of bytes anew, and orders end with row groups")
  func onDemandAndSorted() throws {
    let schema = Schema([Field("c0", .int64)])
    var options = Self.options(32)
    options.sortingColumns = [SortKey("c0")]
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: schema, to: sink, options: options)
    let batch = RecordBatch(schema: schema, columns: [Self.integers(6)], rowCount: 6)
    // Every batch begins with 0 again, which only another row group allows.
    for _ in 0..<2 {
      try writer.write(batch)
      try writer.finishRowGroup()
    }
    try writer.finishAndClose()
    #expect(try WrittenFiles.metadata(sink.bytes).rowGroups.map(\.rowCount) == [4, 2, 4, 2])
    let error = #expect(throws: InlayError.self) {
      try WrittenFiles.write([batch, batch], schema: schema, options)
    }
    #expect(
      error?.description
        == "column c0: rows are not in the order that ParquetWriterOptions.sortingColumns states; sort them, or leave "
        + "it out: row 6")
  }

  @Test("A bound below one is refused")
  func refusal() {
    let error = #expect(throws: InlayError.self) { try Self.options(0).check() }
    #expect(error?.description == "an option must be at least 1; bytesPerGroup is 0")
  }
}
