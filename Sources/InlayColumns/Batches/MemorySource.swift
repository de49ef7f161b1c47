import Synchronization

/// Batches in memory as a source.
public struct MemorySource: BatchSource {
  /// The columns of every batch.
  public let schema: Schema
  /// The batches, in order.
  public let batches: [RecordBatch]

  /// Makes a source of batches that all have this schema.
  public init(schema: Schema, batches: [RecordBatch]) {
    precondition(batches.allSatisfy { $0.schema == schema }, "the batches of a source have one schema")
    self.schema = schema
    self.batches = batches
  }

  /// The rows are known; bytes are taken as eight a value.
  public var estimate: SizeEstimate {
    let rows = batches.reduce(0) { $0 + $1.rowCount }
    return SizeEstimate(byteCount: rows * schema.count * 8, rowCount: rows)
  }

  /// Begins to give the batches; each is one morsel.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    if let filter = request.filter { return try FilteringScan(self, request.columns, filter) }
    return MemoryScan(
      batches.map { $0.selecting(request.columns) }, schema: schema.selecting(request.columns))
  }
}

/// One reading of batches in memory.
private final class MemoryScan: BatchScan {
  let schema: Schema
  private let batches: [RecordBatch]
  private let given = Mutex(ScanProgress())
  private let next = Mutex(0)

  init(_ batches: [RecordBatch], schema: Schema) {
    self.batches = batches
    self.schema = schema
  }

  func nextMorsel() -> Morsel? {
    next.withLock { next in
      guard next < batches.count else { return nil }
      defer { next += 1 }
      return Morsel(sequence: next, content: next)
    }
  }

  func read(_ morsel: Morsel) -> RecordBatch {
    let batch = batches[morsel.sequence]
    given.withLock {
      $0.rowCount += batch.rowCount
      $0.byteCount += batch.rowCount * batch.columns.count * 8
    }
    return batch
  }

  var progress: ScanProgress { given.withLock { $0 } }
}
