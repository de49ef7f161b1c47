import InlayColumns

/// Who does what in a pipeline: the part that the workers share under a lock.
///
/// Batches are decoded in any order, queued in order, and leave the queue when the slowest lane has taken them. The
/// window bounds how far the source may run ahead of that lane, and with it the memory.
struct PipelineState {
  /// What a worker is to do next.
  enum Task {
    case takeMorsel
    case write(lane: Int, [PreparedBatch])
    case finish(lane: Int)
  }

  private struct Lane {
    /// The number of batches that the lane has taken.
    var position = 0
    var isBusy = false
    var isFinished = false
  }

  private let window: Int
  private var lanes: [Lane]
  /// Batches that are decoded, but not all before them are.
  private var early: [Int: PreparedBatch] = [:]
  private var queue: [PreparedBatch] = []
  /// The number of batches that have left the queue.
  private var departed = 0
  private var morselsTaken = 0
  private var isTaking = false
  private var isExhausted = false
  private var active = 0
  private(set) var failure: (sequence: Int, error: any Error)?

  init(laneCount: Int, window: Int) {
    lanes = Array(repeating: Lane(), count: laneCount)
    self.window = window
  }

  private var queueEnd: Int { departed + queue.count }

  /// Whether nothing is left to do, or nothing may be begun any more and all that was begun has ended.
  var isOver: Bool {
    if failure != nil { return active == 0 }
    return isExhausted && active == 0 && lanes.allSatisfy(\.isFinished)
  }

  /// Chooses work for a worker: what empties the window first, then what fills it.
  mutating func nextTask() -> Task? {
    guard failure == nil else { return nil }
    if let task = writeTask() { return begin(task) }
    if !isExhausted && !isTaking && morselsTaken - departed < window {
      isTaking = true
      return begin(.takeMorsel)
    }
    return finishTask().map { begin($0) }
  }

  private mutating func begin(_ task: Task) -> Task {
    active += 1
    return task
  }

  /// Gives the idle lane that is furthest behind all batches that wait for it.
  private mutating func writeTask() -> Task? {
    var slowest: Int?
    for lane in lanes.indices where !lanes[lane].isBusy && lanes[lane].position < queueEnd {
      if slowest.map({ lanes[lane].position < lanes[$0].position }) ?? true { slowest = lane }
    }
    guard let lane = slowest else { return nil }
    lanes[lane].isBusy = true
    return .write(lane: lane, Array(queue[(lanes[lane].position - departed)...]))
  }

  private mutating func finishTask() -> Task? {
    guard isExhausted, early.isEmpty, queueEnd == morselsTaken else { return nil }
    let ready = lanes.indices.first {
      !lanes[$0].isBusy && !lanes[$0].isFinished && lanes[$0].position == queueEnd
    }
    guard let ready else { return nil }
    lanes[ready].isBusy = true
    return .finish(lane: ready)
  }

  /// Notes that the source was asked: whether it gave a morsel, which is then being decoded.
  mutating func took(morsel: Bool) {
    isTaking = false
    if morsel {
      morselsTaken += 1
    } else {
      isExhausted = true
      active -= 1
    }
  }

  /// Takes no more morsels: the sink has enough.
  mutating func exhaust() { isExhausted = true }

  /// Queues a decoded batch as soon as all before it are queued.
  mutating func deliver(_ batch: PreparedBatch, sequence: Int) {
    active -= 1
    early[sequence] = batch
    while let next = early.removeValue(forKey: queueEnd) { queue.append(next) }
  }

  /// Notes that a lane has taken batches, and lets go of those that every lane has.
  mutating func wrote(lane: Int, batchCount: Int) {
    active -= 1
    lanes[lane].isBusy = false
    lanes[lane].position += batchCount
    let slowest = lanes.reduce(Int.max) { min($0, $1.position) }
    queue.removeFirst(slowest - departed)
    departed = slowest
  }

  mutating func finished(lane: Int) {
    active -= 1
    lanes[lane].isBusy = false
    lanes[lane].isFinished = true
  }

  /// Notes an error; the one of the earliest batch wins, so that it is the same whatever the number of threads.
  mutating func fail(_ error: any Error, sequence: Int?) {
    active -= 1
    isTaking = false
    let sequence = sequence ?? morselsTaken
    if failure.map({ sequence < $0.sequence }) ?? true { failure = (sequence, error) }
  }

  /// The number of the first batch that a lane takes next.
  func position(ofLane lane: Int) -> Int { lanes[lane].position }
}
