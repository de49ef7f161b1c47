/// Something that takes batches in order: a file, a folder of files, a table in memory.
///
/// The work of one batch is split into lanes, such as the columns of a Parquet file. Each lane sees every batch in
/// order, and different lanes work at the same time, so that the result does not depend on the number of threads.
///
/// The calls of a whole run are: `prepare` for each batch, by any thread in any order; `write` for each batch and
/// lane, in batch order within a lane; `finish(lane:)` once a lane; and then either `close()` or `abandon()`.
public protocol BatchSink: AnyObject, Sendable {
  /// The number of lanes, at least 1.
  var laneCount: Int { get }
  /// Whether the sink has a use for more rows; asked before each morsel is taken.
  var wantsMore: Bool { get }
  /// Does what needs no order, such as formatting text.
  func prepare(_ batch: RecordBatch) throws -> PreparedBatch
  /// Does one lane's part of a batch.
  func write(_ batch: PreparedBatch, lane: Int) throws
  /// Does what a lane has left to do after the last batch.
  func finish(lane: Int) throws
  /// Completes the output; called once, after all lanes are finished.
  func close() throws
  /// Gives up after an error: releases what is held, without completing the output.
  func abandon()
}

/// A batch on its way into a sink.
public struct PreparedBatch: Sendable {
  /// The rows.
  public let batch: RecordBatch
  /// What the sink made of them in advance.
  public let content: (any Sendable)?

  /// Pairs a batch with what was prepared of it.
  public init(_ batch: RecordBatch, content: (any Sendable)? = nil) {
    self.batch = batch
    self.content = content
  }
}

extension BatchSink {
  /// A sink takes all rows unless it says otherwise.
  public var wantsMore: Bool { true }

  /// Prepares nothing.
  public func prepare(_ batch: RecordBatch) throws -> PreparedBatch { PreparedBatch(batch) }

  /// Writes a batch from one thread: all lanes, one after the other.
  public func write(_ batch: RecordBatch) throws {
    let prepared = try prepare(batch)
    for lane in 0..<laneCount { try write(prepared, lane: lane) }
  }

  /// Finishes all lanes and closes, from one thread.
  public func finishAndClose() throws {
    for lane in 0..<laneCount { try finish(lane: lane) }
    try close()
  }
}
