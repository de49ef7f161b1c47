public import InlayBytes
public import InlayCSV
public import InlayColumns
public import InlayEngine

extension Table {
  /// Reads a file or a folder of files, whose format is told by their names.
  ///
  /// - Parameters:
  ///   - path: A CSV or Parquet file, or a folder of either.
  ///   - csv: How delimited text is understood.
  ///   - workers: The threads that look through the files when types are inferred.
  public static func files(
    at path: String, csv: CSVOptions = CSVOptions(), workers: Workers = Workers()
  ) -> Table {
    Table { .scan(try TableFiles(path: path).open(csv: csv, workers: workers)) }
  }

  /// Keeps the named columns, in that order.
  public func selecting(_ names: [String]) -> Table { Table { try plan().selecting(names) } }

  /// Runs the table into a sink, on the calling thread and on as many others as `workers` says.
  @discardableResult
  public func run(
    into sink: any BatchSink, workers: Workers = Workers(), monitor: RunMonitor = RunMonitor()
  ) throws -> RunReport {
    try PlanRun(workers: workers, monitor: monitor).run(try plan(), into: sink)
  }

  /// Returns the first rows, at most `count`, in one batch or several; reads little more than that takes.
  public func head(_ count: Int, workers: Workers = Workers()) throws -> [RecordBatch] {
    let sink = CollectingSink(limit: count)
    try run(into: sink, workers: workers)
    return sink.batches
  }

  /// Returns the number of rows; where a format says it, no rows are read.
  public func rowCount(workers: Workers = Workers(), monitor: RunMonitor = RunMonitor()) throws -> Int {
    let plan = try plan()
    if case .scan(let source, _) = plan.operation, let count = source.estimate.rowCount { return count }
    return try PlanRun(workers: workers, monitor: monitor).run(plan.projecting([]), into: CountingSink())
      .rowCount
  }
}

/// Takes rows and forgets them: the run counts them.
private final class CountingSink: BatchSink {
  var laneCount: Int { 1 }
  func write(_ batch: PreparedBatch, lane: Int) {}
  func finish(lane: Int) {}
  func close() {}
  func abandon() {}
}
