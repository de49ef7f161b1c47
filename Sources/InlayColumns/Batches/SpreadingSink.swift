/// Spreads the rows of each batch over a number of sinks of one kind, an equal part to each: as many files as are wanted.
///
/// Which rows a part gets depends on the batches alone. All parts are open at a time.
public final class SpreadingSink: BatchSink {
  /// The lanes of every part.
  public let laneCount: Int
  private let parts: [any BatchSink]

  /// Begins with all parts.
  ///
  /// - Parameters:
  ///   - partCount: The number of parts, at least 1.
  ///   - makePart: Makes the part of a number, from 0.
  /// - Throws: What `makePart` throws; the parts that were made are abandoned then.
  public init(partCount: Int, makePart: (_ number: Int) throws -> any BatchSink) throws {
    precondition(partCount >= 1)
    var parts: [any BatchSink] = []
    do {
      for number in 0..<partCount { parts.append(try makePart(number)) }
    } catch {
      for part in parts { part.abandon() }
      throw error
    }
    self.parts = parts
    laneCount = parts[0].laneCount
  }

  /// Prepares each part's rows.
  public func prepare(_ batch: RecordBatch) throws -> PreparedBatch {
    let slices = try parts.indices.map { part in
      let rows = batch.rowCount * part / parts.count..<batch.rowCount * (part + 1) / parts.count
      return try parts[part].prepare(batch.slice(rows))
    }
    return PreparedBatch(batch, content: slices)
  }

  /// Hands each part its rows.
  public func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let slices = batch.content as? [PreparedBatch] else {
      return try write(prepare(batch.batch), lane: lane)
    }
    for (part, slice) in zip(parts, slices) where slice.batch.rowCount > 0 {
      try part.write(slice, lane: lane)
    }
  }

  /// Finishes a lane of all parts.
  public func finish(lane: Int) throws {
    for part in parts { try part.finish(lane: lane) }
  }

  /// Completes all parts.
  public func close() throws {
    for part in parts { try part.close() }
  }

  /// Gives up all parts.
  public func abandon() {
    for part in parts { part.abandon() }
  }
}
