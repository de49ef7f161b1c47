import Inlay

/// A small table of many kinds of columns, for many small pages.
struct PageSample: Sendable {
  private let batch: RecordBatch
  private let options: ParquetWriterOptions

  init(_ version: DataPageVersion) {
    let count = 40_000
    let validity = Bitmap((0..<count).map { $0 % 11 != 0 })
    let columns = [
      Column(
        type: .int64, storage: .int64(Values((0..<count).map { Int64($0 &* 7_919) })), validity: validity),
      Column(type: .double, storage: .double(Values((0..<count).map { Double($0 % 500) / 3 }))),
      Column(
        type: .string, storage: .views(ViewValues((0..<count).map { "genre \($0 % 61)" })), validity: validity
      ),
      Column(type: .boolean, storage: .boolean(Bitmap((0..<count).map { $0 % 5 == 0 }))),
    ]
    let schema = Schema(columns.enumerated().map { Field("column\($0)", $1.type) })
    batch = RecordBatch(schema: schema, columns: columns, rowCount: count)
    var options = ParquetWriterOptions()
    options.dataPageVersion = version
    options.rowsPerPage = 2_000
    options.writesSizeStatistics = true
    self.options = options
  }

  func write() throws -> MemorySink { try batch.parquet(options) }
}
