import Synchronization

/// Spreads rows over several sinks, so many rows for each: the files of a folder.
///
/// A part is made when its first row comes, and closed as soon as all its lanes are finished. There is always a first
/// part, so that a table without rows leaves its columns behind. Which rows a part gets depends on their number alone.
public final class SplittingSink: BatchSink {
  /// The lanes of every part.
  public let laneCount: Int
  private let rowsPerPart: Int
  private let longerPartCount: Int
  private let makePart: @Sendable (_ number: Int) throws -> any BatchSink
  private let state: Mutex<State>

  private struct State {
    var parts: [Part]
    var lanes: [Lane]
  }

  private struct Part {
    let sink: any BatchSink
    var finishedLaneCount = 0
    var isClosed = false
  }

  /// Where a lane has come to.
  private struct Lane {
    var part = 0
    var rowsInPart = 0
  }

  /// Begins with the first part.
  ///
  /// - Parameters:
  ///   - rowsPerPart: The number of rows of every part but the last, at least 1.
  ///   - longerPartCount: How many parts, the first ones, have one row more.
  ///   - makePart: Makes the sink of a part from its number, counted from 0; all have as many lanes as the first.
  public init(
    rowsPerPart: Int, longerPartCount: Int = 0,
    makePart: @escaping @Sendable (_ number: Int) throws -> any BatchSink
  ) throws {
    precondition(rowsPerPart > 0, "a part has room for a row")
    let first = try makePart(0)
    laneCount = first.laneCount
    self.rowsPerPart = rowsPerPart
    self.longerPartCount = longerPartCount
    self.makePart = makePart
    state = Mutex(State(parts: [Part(sink: first)], lanes: Array(repeating: Lane(), count: first.laneCount)))
  }

  /// Does one lane's part of a batch, in as many pieces as it has parts.
  public func write(_ batch: PreparedBatch, lane: Int) throws {
    let batch = batch.batch
    var row = 0
    while row < batch.rowCount {
      var place = state.withLock { $0.lanes[lane] }
      if place.rowsInPart == capacity(ofPart: place.part) {
        try finishPart(place.part, lane: lane)
        place = Lane(part: place.part + 1)
      }
      let count = min(batch.rowCount - row, capacity(ofPart: place.part) - place.rowsInPart)
      let sink = try part(place.part)
      let piece = count == batch.rowCount ? batch : batch.slice(row..<(row + count))
      try sink.write(sink.prepare(piece), lane: lane)
      place.rowsInPart += count
      row += count
      state.withLock { [place] in $0.lanes[lane] = place }
    }
  }

  private func capacity(ofPart part: Int) -> Int { rowsPerPart + (part < longerPartCount ? 1 : 0) }

  /// Finishes a lane of the last part that it has come to.
  public func finish(lane: Int) throws {
    try finishPart(state.withLock { $0.lanes[lane].part }, lane: lane)
  }

  /// Does nothing: every part was closed with its last lane.
  public func close() {}

  /// Abandons the parts that are not closed.
  public func abandon() {
    for part in state.withLock(\.parts) where !part.isClosed { part.sink.abandon() }
  }

  /// Returns the sink of a part, and makes it when no lane has come to it before.
  private func part(_ number: Int) throws -> any BatchSink {
    try state.withLock { state in
      if number == state.parts.count { state.parts.append(Part(sink: try makePart(number))) }
      return state.parts[number].sink
    }
  }

  private func finishPart(_ number: Int, lane: Int) throws {
    let sink = try part(number)
    try sink.finish(lane: lane)
    let isLast = state.withLock { state in
      state.parts[number].finishedLaneCount += 1
      return state.parts[number].finishedLaneCount == laneCount
    }
    guard isLast else { return }
    try sink.close()
    state.withLock { $0.parts[number].isClosed = true }
  }
}
