import InlayColumns
import Synchronization

/// Spreads rows over the folders of a partitioned table.
///
/// A lane writes all columns of the partitions in its slots, and all lanes reckon alike which partition has which slot.
/// So no more files than slots are ever open, and what is in them depends on the batches alone, not on the threads. A
/// partition that loses its slot is finished; when more of its rows come, they go to another file.
final class PartitionedSink: BatchSink {
  /// Makes the sink of a partition's next file.
  typealias MakePart = @Sendable (_ folder: String, _ opening: Int) throws -> any BatchSink

  let laneCount: Int
  private let splitter: PartitionSplitter
  private let lanes: [PartitionLane]

  /// More lanes would leave fewer slots to each, and more to reckon.
  private static let mostLanes = 8

  /// Begins with no partition.
  ///
  /// - Parameters:
  ///   - openPartitionLimit: The number of slots, at least 1.
  ///   - makePart: Is given the folder of a partition, and how many files were begun before.
  init(_ splitter: PartitionSplitter, openPartitionLimit: Int, makePart: @escaping MakePart) {
    let laneCount = min(openPartitionLimit, Self.mostLanes)
    self.splitter = splitter
    self.laneCount = laneCount
    lanes = (0..<laneCount).map { lane in
      PartitionLane(
        slots: PartitionSlots(limit: openPartitionLimit), owns: { $0 % laneCount == lane }, makePart: makePart
      )
    }
  }

  /// Splits a batch, and lets go of the rows in their old order.
  func prepare(_ batch: RecordBatch) -> PreparedBatch {
    let rest = RecordBatch(schema: Schema([]), columns: [], rowCount: batch.rowCount)
    return PreparedBatch(rest, content: splitter.pieces(of: batch))
  }

  func write(_ batch: PreparedBatch, lane: Int) throws {
    guard let pieces = batch.content as? [PartitionSplitter.Piece] else {
      preconditionFailure("a batch is prepared by the sink that takes it")
    }
    for piece in pieces { try lanes[lane].write(piece) }
  }

  func finish(lane: Int) throws { try lanes[lane].finish() }

  /// Does nothing: every part was closed by its lane.
  func close() {}

  func abandon() { for lane in lanes { lane.abandon() } }
}

/// The partitions in some of the slots.
private final class PartitionLane: Sendable {
  private let owns: @Sendable (_ slot: Int) -> Bool
  private let makePart: PartitionedSink.MakePart
  private let state: Mutex<State>

  private struct State {
    var slots: PartitionSlots
    var open: [Int: any BatchSink] = [:]
  }

  init(
    slots: PartitionSlots, owns: @escaping @Sendable (_ slot: Int) -> Bool,
    makePart: @escaping PartitionedSink.MakePart
  ) {
    self.owns = owns
    self.makePart = makePart
    state = Mutex(State(slots: slots))
  }

  /// Writes rows when they are for one of this lane's slots, and reckons with them in any case.
  func write(_ piece: PartitionSplitter.Piece) throws {
    let sink: (any BatchSink)? = try state.withLock { state in
      let place = state.slots.place(of: piece.folder)
      guard owns(place.slot) else { return nil }
      if let opening = place.opening {
        try state.open.removeValue(forKey: place.slot)?.finishAndClose()
        state.open[place.slot] = try makePart(piece.folder, opening)
      }
      return state.open[place.slot]
    }
    try sink?.write(piece.rows)
  }

  /// Completes what is open.
  func finish() throws {
    try state.withLock { state in
      for slot in state.open.keys.sorted() {
        try state.open[slot]?.finishAndClose()
        state.open[slot] = nil
      }
    }
  }

  func abandon() {
    state.withLock { state in
      for sink in state.open.values { sink.abandon() }
      state.open = [:]
    }
  }
}
