import InlayBytes
import InlayColumns

/// What is known of a group after some of its rows, for one function.
protocol GroupState: BitwiseCopyable, Sendable {
  /// What is taken from a row.
  associatedtype Value: BitwiseCopyable & Sendable
  /// What is known of a group without rows.
  init()
  /// Takes the value of the next row, which is not null.
  mutating func add(_ value: Value)
  /// Takes what is known of rows that come after those seen.
  mutating func merge(_ later: Self)
}

/// The states of all groups of a lane or a batch, for one function: one flat array.
struct StateTable<State: GroupState>: ~Copyable {
  private(set) var states = ValueBuilder<State>()

  /// Makes room for more groups, which have no rows yet.
  mutating func grow(to count: Int) {
    if count > states.count { states.append(repeating: State(), count: count - states.count) }
  }

  /// Takes the values of some rows, each for its group; nulls are passed over.
  @inline(__always)
  mutating func add(_ values: Values<State.Value>, _ validity: Bitmap?, groups: Values<UInt32>) {
    groups.requireAll(below: states.count)
    precondition(values.count == groups.count)
    if states.count == 1, validity == nil { return addToFirst(values) }
    var states = states.mutableSpan
    let values = values.span
    let groups = groups.span
    // Safe: the groups are those of states, and there are as many as values, by the lines above.
    guard let validity else {
      for index in values.indices {
        unsafe states[unchecked: Int(groups[unchecked: index])].add(values[unchecked: index])
      }
      return
    }
    for start in stride(from: 0, to: values.count, by: 64) {
      var present = validity.word(at: start)
      while present != 0 {
        let index = start &+ present.trailingZeroBitCount
        unsafe states[unchecked: Int(groups[unchecked: index])].add(values[unchecked: index])
        present &= present &- 1
      }
    }
  }

  /// Takes the values of rows that all are the one group's.
  @inline(__always)
  private mutating func addToFirst(_ values: Values<State.Value>) {
    // In registers: what each value finds in memory is what the one before has just left there.
    var state = states[0]
    let values = values.span
    for index in values.indices { state.add(values[index]) }
    states[0] = state
  }

  /// Takes what is known of some groups of a later batch, each for its group here.
  @inline(__always)
  mutating func add(_ later: borrowing StateTable, at entries: Values<UInt32>, groups: Values<UInt32>) {
    for index in 0..<entries.count {
      states[Int(groups[index])].merge(later.states[Int(entries[index])])
    }
  }

  /// Makes one value a group.
  @inline(__always)
  func mapped<Result: BitwiseCopyable & Sendable>(_ body: (State) -> Result) -> Values<Result> {
    GroupWords.mapped(states.span, body)
  }

  /// Makes one bit a group; nil when all are 1.
  @inline(__always)
  func validity(_ isPresent: (State) -> Bool) -> Bitmap? {
    var bits = BitmapBuilder(capacity: states.count)
    var isComplete = true
    for index in 0..<states.count {
      let bit = isPresent(states[index])
      isComplete = isComplete && bit
      bits.append(bit)
    }
    return isComplete ? nil : bits.freeze()
  }
}
