import InlayColumns

/// A sink that takes all rows of its input and then gives those that are made of them: what cannot pass on a row before
/// it has seen the last one.
///
/// What it gives depends on the rows and their order alone, not on the number of threads.
protocol MaterialisingSink: BatchSink {
  /// Returns the rows; called once, after the sink was closed.
  func result() throws -> [RecordBatch]
}

extension CollectingSink: MaterialisingSink {
  func result() -> [RecordBatch] { batches }
}
