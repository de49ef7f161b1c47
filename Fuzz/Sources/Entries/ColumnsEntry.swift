import Inlay

/// Columns of any types, written as Parquet with any options: what is read must be what was written, a file that is
/// written must pass the check, and a filter must give what it gives of the columns in memory.
enum ColumnsEntry {
  static func test(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let options = options(&choices)
    let schema = Schema((0...choices.number(below: 3)).map { choices.field("c\($0)") })
    var batches: [RecordBatch] = []
    for _ in 0...choices.number(below: 3) {
      let count = choices.one(of: [1, 3, 10, 70, 300])
      let columns = schema.fields.map { choices.column($0, count: count) }
      batches.append(RecordBatch(schema: schema, columns: columns, rowCount: count))
    }
    let file = try written(batches, schema, options)
    try compare(MemorySource(schema: schema, batches: batches), file, &choices)
  }

  private static func written(
    _ batches: [RecordBatch], _ schema: Schema, _ options: ParquetWriterOptions
  ) throws -> Buffer {
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: schema, to: sink, options: options)
    for batch in batches { try writer.write(batch) }
    try writer.finishAndClose()
    return Buffer(copying: unsafe sink.bytes.span.bytes)
  }

  private static func compare(_ memory: MemorySource, _ bytes: Buffer, _ choices: inout Choices) throws {
    do {
      let report = try ParquetCheck().run(bytes: bytes, name: "written")
      try require(report.isClean, "a file is written that has findings: \(report.json.text())")
      var options = ParquetReadOptions()
      options.rowsPerBatch = choices.one(of: [65_536, 1, 7, 64])
      let source = ParquetSource(try ParquetFile(bytes: bytes, name: "written", options: options))
      try require(source.schema.names == memory.schema.names, "the names are others: \(source.schema.names)")
      try compare(memory, source, nil)
      for position in 0..<memory.schema.count {
        guard let filter = filter(memory, column: position, &choices) else { continue }
        try compare(memory, source, filter)
      }
    } catch let error as InlayError {
      throw Finding("what was written cannot be read: \(error)")
    }
  }

  private static func compare(
    _ memory: MemorySource, _ file: ParquetSource, _ filter: RowFilter?
  ) throws {
    let (expected, actual) = (try Rows(memory, filter: filter), try Rows(file, filter: filter))
    guard expected != actual else { return }
    let place = zip(expected.values, actual.values).enumerated().first { $0.element.0 != $0.element.1 }
    throw Finding(
      """
      other rows are read than were written, with the filter \(filter.map { "\($0)" } ?? "none"), of the columns \
      \(memory.schema.fields): \(expected.values.count) and \(actual.values.count) rows; row \(place?.offset ?? -1): \
      \(String(describing: place?.element))
      """)
  }

  /// A condition on a column, with one of its own values where it has comparable ones.
  private static func filter(_ memory: MemorySource, column: Int, _ choices: inout Choices) -> RowFilter? {
    let batch = memory.batches[choices.number(below: memory.batches.count)]
    let row = choices.number(below: 256) % batch.rowCount
    let text = Rows([batch.selecting([column]).slice(row..<row + 1)]).values[0][0] ?? "0"
    var constant = FilterConstant(text)
    if let number = Int128(text) { constant = FilterConstant(number) }
    if let number = Double(text), number.magnitude < 1e15 || number.isInfinite {
      constant = FilterConstant(number)
    }
    let comparison = choices.one(of: RowFilter.Comparison.allCases)
    let condition: ColumnCondition = choices.one(of: [
      .comparison(comparison, constant), .isNull, .not(.comparison(comparison, constant)),
      .isOneOf([constant, "a"]),
      .any([.isNull, .comparison(comparison, constant)]),
    ])
    return try? condition.filter(column: column, in: memory.schema)
  }

  private static func options(_ choices: inout Choices) -> ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.compression = choices.one(of: [.snappy, .uncompressed, .gzip, .zstd, .lz4, .lz4Raw, .brotli])
    options.rowsPerGroup = choices.one(of: [262_144, 1, 7, 64])
    options.bytesPerGroup = choices.one(of: [nil, nil, 1, 500])
    options.rowsPerPage = choices.one(of: [20_000, 1, 8, 60])
    options.bytesPerPage = choices.one(of: [1 << 20, 1, 100])
    options.encoding = choices.one(of: [
      .compatible, .automatic, .automatic, .fixed(.plain), .fixed(.deltaBinaryPacked),
      .fixed(.deltaByteArray),
      .fixed(.deltaLengthByteArray), .fixed(.byteStreamSplit), .fixed(.rle), .fixed(.plainDictionary),
    ])
    options.dictionaryByteLimit = choices.one(of: [16 << 20, 0, 10, 200])
    let flags = choices.byte()
    options.dataPageVersion = flags & 1 == 0 ? .v1 : .v2
    options.writesStatistics = flags & 2 == 0
    options.writesSizeStatistics = flags & 4 != 0
    options.writesChecksums = flags & 8 == 0
    if flags & 16 != 0 { options.bloomFilters = ["c0": BloomFilterOptions()] }
    return options
  }
}
