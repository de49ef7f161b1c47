public import InlayBytes
public import InlayColumns

extension Table {
  /// Computes the table, and gives its rows in batches as they come, in order.
  ///
  /// The run begins with the first batch that is asked for, and waits while its reader has `buffering` of them left: memory
  /// does not grow with the table. It stops when the loop over the batches ends early, or its task is cancelled.
  ///
  /// - Parameters:
  ///   - buffering: The number of batches that may wait for the reader.
  ///   - workers: The threads that compute the table.
  public func batches(buffering: Int = 2, workers: Workers = Workers()) -> TableBatches {
    TableBatches(table: self, buffering: buffering, workers: workers)
  }
}

/// The rows of a table in batches, in order; each loop over them computes the table anew.
public struct TableBatches: AsyncSequence, Sendable {
  /// Some rows.
  public typealias Element = RecordBatch
  /// What a run may throw: the first error in the order of the rows.
  public typealias Failure = any Error

  let table: Table
  let buffering: Int
  let workers: Workers

  /// Makes an iterator, which runs the table when it is asked for the first batch.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(table: table, workers: workers, run: Run(BatchChannel(capacity: buffering)))
  }

  /// Stops the run when the last one who looks at it is gone.
  final class Run: Sendable {
    let channel: BatchChannel
    init(_ channel: BatchChannel) { self.channel = channel }
    deinit { channel.cancel() }
  }

  /// One reading of a table's batches.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let table: Table
    let workers: Workers
    let run: Run

    /// Returns the next batch, which has at least one row, or nil at the end.
    ///
    /// - Throws: The first error in the order of the rows, after which nothing comes, and before which not all batches need
    ///   have come; ``InlayError/Code/cancelled`` when the task was cancelled.
    public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws
      -> RecordBatch?
    {
      run.channel.start(table, workers: workers)
      return try await run.channel.next(isolation: actor)
    }
  }
}
