import Inlay

/// Returns the seconds that something takes, as a line, and what it gives.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: String, result: Result) {
  let start = ContinuousClock.now
  let result = try work()
  return (String(Double(start.duration(to: .now) / .nanoseconds(1)) / 1e9), result)
}

extension Table {
  /// Computes the table into memory.
  func collected(workers: Workers) throws -> [RecordBatch] {
    let sink = CollectingSink()
    try run(into: sink, workers: workers)
    return sink.batches
  }
}

/// Returns the values of tables of one row, a line each.
func lines(of batches: [RecordBatch]) -> [String] {
  batches.flatMap { batch in
    batch.columns.map { column in
      guard !column.isNull(at: 0), case .views(let texts) = column.decoded().asText().storage else {
        return "null"
      }
      return texts.text(at: 0)
    }
  }
}
