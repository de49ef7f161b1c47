import InlayColumns

/// Who does what in a pipeline: the part that the workers share under a lock.
///
/// Batches are decoded in any order, queued in order, and leave the queue when the slowest lane has taken them. The
/// window bounds how far the source may run ahead of that lane, and with it the memory.
struct PipelineState {
  /// What a worker is to do next.
  enum Task {
    case takeMorsel
    /// To go on with a morsel that has more rows than there was room for.
    case resume(sequence: Int, any RestOfRows)
    case write(lane: Int, [PreparedBatch])
    case finish(lane: Int)
  }

  private struct Lane {
    /// The number of batches that the lane has taken.
    var position = 0
    var isBusy = false
  }

  /// A batch that some lanes have not taken yet.
  private struct Waiting {
    let batch: PreparedBatch
    /// The morsel that it is of.
    let sequence: Int
    var takenCount = 0
  }

  /// What a worker has made of a morsel.
  struct Delivery {
    private(set) var batches: [PreparedBatch] = []
    private(set) var rowCount = 0
    /// What makes the other rows, for which there was no room; nil when there are none.
    var rest: (any RestOfRows)?

    mutating func add(_ batch: PreparedBatch) {
      batches.append(batch)
      rowCount += batch.batch.rowCount
    }
  }

  /// The rows of batches in memory beyond which a morsel's further batches wait for their turn.
  private static let rowLimit = 1 << 20

  private let window: Int
  private var lanes: [Lane]
  /// Idle lanes that batches wait for, in the order in which they get their turn.
  private var ready = Queue()
  /// Lanes that have taken the last batch and are not finished.
  private var finishable = Queue()
  private var finishedCount = 0
  /// What was made of morsels, but not of all before them.
  private var early: [Int: Delivery] = [:]
  /// The morsel whose batches are queued next, and what makes its other rows as long as nobody does.
  private var turn = 0
  private var rest: (any RestOfRows)?
  /// The rows of all batches that were made and have not left the queue.
  private var heldRowCount = 0
  private var queue: [Waiting] = []
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

  /// Whether every batch that will ever come is in the queue, or was.
  private var isDelivered: Bool { isExhausted && early.isEmpty && turn == morselsTaken }

  /// Whether nothing is left to do, or nothing may be begun any more and all that was begun has ended.
  var isOver: Bool {
    if failure != nil { return active == 0 }
    return isExhausted && active == 0 && finishedCount == lanes.count
  }

  /// Chooses work for a worker: what empties the window first, then what fills it. O(1) but for copying batches.
  mutating func nextTask() -> Task? {
    guard failure == nil else { return nil }
    if let lane = ready.next() {
      lanes[lane].isBusy = true
      return begin(.write(lane: lane, queue[(lanes[lane].position - departed)...].map(\.batch)))
    }
    if queue.count < window, let rest {
      self.rest = nil
      return begin(.resume(sequence: turn, rest))
    }
    if !isExhausted && !isTaking && morselsTaken - turn + queue.count < window {
      isTaking = true
      return begin(.takeMorsel)
    }
    guard let lane = finishable.next() else { return nil }
    lanes[lane].isBusy = true
    return begin(.finish(lane: lane))
  }

  private mutating func begin(_ task: Task) -> Task {
    active += 1
    return task
  }

  /// Notes that the source was asked: whether it gave a morsel, which is then being decoded.
  mutating func took(morsel: Bool) {
    isTaking = false
    if morsel {
      morselsTaken += 1
    } else {
      active -= 1
      isExhausted = true
      // Lanes that are behind stand in line already.
      if isDelivered { for lane in lanes.indices where lanes[lane].position == queueEnd { enqueue(lane) } }
    }
  }

  /// Whether a worker may make another batch of a morsel that has many rows, beside what it has made.
  func hasRoom(behind made: Delivery) -> Bool {
    made.rowCount < Self.rowLimit / 2 && heldRowCount + made.rowCount < Self.rowLimit
  }

  /// Queues the batches of a morsel as soon as all before them are queued.
  mutating func deliver(_ made: Delivery, sequence: Int) {
    active -= 1
    // What is left undone is let go of: somebody may wait for that.
    guard failure == nil else { return }
    early[sequence] = made
    heldRowCount += made.rowCount
    let end = queueEnd
    while rest == nil, let next = early.removeValue(forKey: turn) {
      for batch in next.batches { queue.append(Waiting(batch: batch, sequence: turn)) }
      rest = next.rest
      if rest == nil { turn += 1 }
    }
    // Lanes that are behind stand in line already.
    for lane in lanes.indices where lanes[lane].position == end && (queueEnd > end || isDelivered) {
      enqueue(lane)
    }
  }

  /// Notes that a lane has taken batches, and lets go of those that every lane has.
  mutating func wrote(lane: Int, batchCount: Int) {
    active -= 1
    let first = lanes[lane].position - departed
    for place in first..<(first + batchCount) { queue[place].takenCount += 1 }
    lanes[lane].isBusy = false
    lanes[lane].position += batchCount
    let count = queue.prefix { $0.takenCount == lanes.count }.count
    for waiting in queue.prefix(count) { heldRowCount -= waiting.batch.batch.rowCount }
    queue.removeFirst(count)
    departed += count
    enqueue(lane)
  }

  /// Lets an idle lane stand in line for what is next for it, if anything is.
  private mutating func enqueue(_ lane: Int) {
    guard !lanes[lane].isBusy else { return }
    if lanes[lane].position < queueEnd {
      ready.append(lane)
    } else if isDelivered {
      finishable.append(lane)
    }
  }

  mutating func finished(lane: Int) {
    active -= 1
    finishedCount += 1
  }

  /// Notes an error; the one of the earliest batch wins, so that it is the same whatever the number of threads.
  mutating func fail(_ error: any Error, sequence: Int?) {
    active -= 1
    isTaking = false
    rest = nil
    early = [:]
    let sequence = sequence ?? morselsTaken
    if failure.map({ sequence < $0.sequence }) ?? true { failure = (sequence, error) }
  }

  /// Notes the error of a lane that had written `count` of the batches it took.
  mutating func fail(_ error: any Error, lane: Int, after count: Int) {
    fail(error, sequence: queue[lanes[lane].position + count - departed].sequence)
  }
}

/// Numbers that leave in the order in which they came.
private struct Queue {
  private var numbers: [Int] = []
  private var start = 0

  mutating func append(_ number: Int) {
    // What has left goes when it is at least half: O(1) a number on average.
    if start * 2 >= numbers.count {
      numbers.removeFirst(start)
      start = 0
    }
    numbers.append(number)
  }

  mutating func next() -> Int? {
    guard start < numbers.count else { return nil }
    defer { start += 1 }
    return numbers[start]
  }
}
