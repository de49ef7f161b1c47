import InlayColumns

/// A sink that takes all rows of its input and then gives those that are made of them: what cannot pass on a row before
/// it has seen the last one.
///
/// What it gives depends on the rows and their order alone, not on the number of threads.
protocol MaterialisingSink: BatchSink {
  /// Returns the rows, whose columns are those of a schema; called once, after the sink was closed.
  func result(giving schema: Schema) throws -> MaterialisedRows
}

/// What a sink has made of all rows of its input.
struct MaterialisedRows {
  /// Gives the rows.
  let scan: any BatchScan
  let rowCount: Int

  /// The number of rows of a batch, so that several workers can go on with them.
  private static let batchSize = 65_536

  /// Gives rows that are in memory.
  init(_ batches: [RecordBatch], schema: Schema) throws {
    let source = MemorySource(schema: schema, batches: batches.flatMap { $0.pieces(ofRows: Self.batchSize) })
    scan = try source.scan(ScanRequest(allOf: schema))
    rowCount = batches.reduce(0) { $0 + $1.rowCount }
  }

  /// Gives rows that are elsewhere.
  init(_ scan: any BatchScan, rowCount: Int) {
    self.scan = scan
    self.rowCount = rowCount
  }
}

extension RecordBatch {
  /// Returns the rows in batches of at most `count`.
  fileprivate func pieces(ofRows count: Int) -> [RecordBatch] {
    guard rowCount > count else { return [self] }
    return stride(from: 0, to: rowCount, by: count).map { slice($0..<min($0 + count, rowCount)) }
  }
}
