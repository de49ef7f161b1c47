public import InlayColumns

/// Takes rows and forgets them: for those who want their number only.
public final class DiscardingSink: BatchSink {
  /// Makes a sink.
  public init() {}

  /// One lane, which does nothing.
  public var laneCount: Int { 1 }
  /// Forgets a batch.
  public func write(_ batch: PreparedBatch, lane: Int) {}
  /// Does nothing.
  public func finish(lane: Int) {}
  /// Does nothing.
  public func close() {}
  /// Does nothing.
  public func abandon() {}
}
