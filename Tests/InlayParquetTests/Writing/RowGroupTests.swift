import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("Row groups on demand")
struct RowGroupTests {
  @Test("A row group that is asked for ends there, has reached the sink, and the rows come back")
  func onDemand() throws {
    let schema = Schema([Field("a", .int64), Field("b", .list(Field("e", .string)))])
    func batch(_ rows: Range<Int>) -> RecordBatch {
      let numbers = Values(rows.map { Int64($0) })
      let lists = ListValues(
        offsets: Values((0...rows.count).map { Int32($0) }),
        elements: Column(type: .string, storage: .views(ViewValues(rows.map { "row \($0)" }))))
      return RecordBatch(
        schema: schema,
        columns: [
          Column(type: .int64, storage: .int64(numbers)), Column(type: schema[1].type, storage: .list(lists)),
        ], rowCount: rows.count)
    }
    let sink = MemorySink()
    var options = ParquetWriterOptions()
    options.rowsPerGroup = 4
    options.sortingColumns = [SortKey("a")]
    let writer = try ParquetWriter(schema: schema, to: sink, options: options)
    try writer.finishRowGroup()
    #expect(sink.bytes.isEmpty)
    try writer.write(batch(0..<3))
    try writer.finishRowGroup()
    let size = sink.bytes.count
    #expect(size > 0)
    try writer.finishRowGroup()
    #expect(sink.bytes.count == size)
    // A full row group and one row of the next.
    try writer.write(batch(3..<8))
    try writer.finishRowGroup()
    try writer.write(batch(0..<2))
    try writer.finishAndClose()
    let metadata = try WrittenFiles.metadata(sink.bytes)
    #expect(metadata.rowGroups.map(\.rowCount) == [3, 4, 1, 2])
    #expect(metadata.rowCount == 10)
    #expect(
      metadata.rowGroups.map(\.sortingColumns)
        == Array(
          repeating: [SortingColumn(columnIndex: 0, isDescending: false, areNullsFirst: false)], count: 4))
  }
}
