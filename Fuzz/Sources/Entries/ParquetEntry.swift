import Inlay

/// A whole Parquet file: opened, described, checked, read with all columns and with a filter.
enum ParquetEntry {
  static func test(_ bytes: [UInt8]) throws {
    let buffer = Buffer(copying: unsafe bytes.span.bytes)
    _ = try ParquetCheck().run(bytes: buffer, name: "input").json.text()
    try read(buffer)
  }

  /// Reads a file whose checksums do not count: they would keep all that is changed from the decoders.
  static func read(_ buffer: Buffer) throws {
    var options = ParquetReadOptions()
    options.verifiesChecksums = false
    options.rowsPerBatch = 1_000
    options.limits.pageByteCount = 8 << 20
    options.limits.nestedEntryCount = 1 << 20
    let file = try ParquetFile(bytes: buffer, name: "input", options: options)
    _ = file.inspectionJSON(file.wholeScope).text()
    var problem: InlayError?
    for position in 0..<file.schema.count {
      do {
        try read(file, column: position)
      } catch let error as InlayError {
        problem = error
      }
    }
    if let problem { throw problem }
  }

  private static func read(_ file: ParquetFile, column: Int) throws {
    var filters: [RowFilter?] = [nil, .isNotNull(column: column)]
    for constant: FilterConstant in [0, "a"] {
      filters.append(try? ColumnCondition.comparison(.less, constant).filter(column: column, in: file.schema))
    }
    for filter in filters {
      let scan = try ParquetSource(file).scan(ScanRequest(columns: [column], filter: filter))
      var count = 0
      while count < readRowLimit, let morsel = try scan.nextMorsel() {
        let batch = try scan.read(morsel)
        count += max(batch.rowCount, 1)
        _ = batch.slice(0..<min(batch.rowCount, 1_000)).columns[0].asText()
      }
    }
  }
}

/// The metadata of a Parquet file, with bytes before it that stand for pages.
enum FooterEntry {
  static func test(_ bytes: [UInt8]) throws {
    var file = Array("PAR1".utf8) + Array(repeating: 0, count: 64) + bytes
    for shift in stride(from: 0, to: 32, by: 8) {
      file.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
    }
    try ParquetEntry.test(file + Array("PAR1".utf8))
  }
}
