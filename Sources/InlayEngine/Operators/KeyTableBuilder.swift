import InlayBytes
import InlayColumns

/// Fills a ``KeyTable`` on several threads.
///
/// Each thread owns a range of the slots and inserts the keys whose home lies in it. A key that would run over the end
/// of its range is inserted afterwards by one thread.
struct KeyTableBuilder {
  private let keys: KeyColumn
  private let hashes: Values<UInt64>
  private let slotBits: Int

  /// A row whose key an earlier row has, and that row: what the table itself does not hold.
  struct Repetition: BitwiseCopyable, Sendable {
    var row: UInt32
    var firstRow: UInt32
  }

  /// What a thread did not put into the table.
  private struct Leftovers: Sendable {
    var repetitions: Values<Repetition>
    var overflowing: Values<UInt32>
  }

  init(_ keys: KeyColumn, hashes: Values<UInt64>) {
    self.keys = keys
    self.hashes = hashes
    var bits = 6
    while 1 << bits < keys.count * 2 { bits += 1 }
    slotBits = bits
  }

  /// Inserts all keys; returns the table and the repeated rows in no order.
  func build(on workers: Workers) throws -> (table: KeyTable, repetitions: [Repetition]) {
    var memory = ValueBuilder<KeyTable.Slot>(capacity: 1 << slotBits)
    memory.append(repeating: 0, count: 1 << slotBits)
    let slots = memory.freeze()
    let shared = unsafe SharedSlots(slots)
    // A small table is filled before a second thread has started.
    let partCount = keys.count < 10_000 ? 1 : workers.count
    let leftovers = try workers.map(partCount) { part in
      let size = 1 << slotBits
      return insert(into: shared, range: size * part / partCount..<size * (part + 1) / partCount)
    }
    var repetitions = leftovers.flatMap { list in (0..<list.repetitions.count).map { list.repetitions[$0] } }
    let overflowing = leftovers.flatMap { list in (0..<list.overflowing.count).map { list.overflowing[$0] } }
    for row in overflowing.sorted() {
      let first = insertAnywhere(Int(row), into: shared)
      if first != row { repetitions.append(Repetition(row: row, firstRow: first)) }
    }
    return (KeyTable(slots: slots, shift: UInt64(64 - slotBits), keys: keys.form), repetitions)
  }

  /// Inserts the keys whose home lies in `range`, in the order of the rows.
  private func insert(into slots: SharedSlots, range: Range<Int>) -> Leftovers {
    switch keys.form {
    case .words(let words): insert(into: slots, range) { words[$0] == words[$1] }
    case .views(let views): insert(into: slots, range) { views.isSame(at: $0, as: views, at: $1) }
    }
  }

  @inline(__always)
  private func insert(into slots: SharedSlots, _ range: Range<Int>, isSame: (Int, Int) -> Bool) -> Leftovers {
    var repetitions = ValueBuilder<Repetition>()
    var overflowing = ValueBuilder<UInt32>()
    let shift = UInt64(64 - slotBits)
    for row in 0..<hashes.count {
      let hash = hashes[row]
      let home = Int(truncatingIfNeeded: hash >> shift)
      guard range.contains(home), keys.validity.map({ $0[row] }) ?? true else { continue }
      var position = home
      while position < range.upperBound {
        let slot = slots[position]
        if slot == 0 {
          slots[position] = Self.slot(hash, row)
          break
        }
        let first = UInt32(truncatingIfNeeded: slot) &- 1
        if slot >> 32 == hash & 0xFFFF_FFFF && isSame(Int(first), row) {
          repetitions.append(Repetition(row: UInt32(row), firstRow: first))
          break
        }
        position &+= 1
      }
      if position == range.upperBound { overflowing.append(UInt32(row)) }
    }
    return Leftovers(repetitions: repetitions.freeze(), overflowing: overflowing.freeze())
  }

  /// Inserts a key wherever there is room from its home on; returns the first row that has it.
  private func insertAnywhere(_ row: Int, into slots: SharedSlots) -> UInt32 {
    let hash = hashes[row]
    var position = Int(truncatingIfNeeded: hash >> UInt64(64 - slotBits))
    while slots[position] != 0 {
      let slot = slots[position]
      let first = UInt32(truncatingIfNeeded: slot) &- 1
      if slot >> 32 == hash & 0xFFFF_FFFF && isSame(Int(first), row) { return first }
      position = (position + 1) & (1 << slotBits - 1)
    }
    slots[position] = Self.slot(hash, row)
    return UInt32(row)
  }

  private func isSame(_ row: Int, _ other: Int) -> Bool {
    switch keys.form {
    case .words(let words): words[row] == words[other]
    case .views(let views): views.isSame(at: row, as: views, at: other)
    }
  }

  private static func slot(_ hash: UInt64, _ row: Int) -> KeyTable.Slot {
    hash << 32 | UInt64(row + 1)
  }
}

/// Slots that several threads fill, each its own range.
@safe
private struct SharedSlots: @unchecked Sendable {
  // Safe: every index is checked; threads write disjoint ranges, and nobody reads the values through their buffer
  // before all threads have ended.
  private let base: UnsafeMutablePointer<KeyTable.Slot>
  private let values: Values<KeyTable.Slot>

  @unsafe
  init(_ values: Values<KeyTable.Slot>) {
    self.values = values
    let start = unsafe UnsafeMutableRawPointer(mutating: values.buffer.baseAddress)
    unsafe base = start.assumingMemoryBound(to: KeyTable.Slot.self)
  }

  subscript(index: Int) -> KeyTable.Slot {
    get {
      precondition(index >= 0 && index < values.count)
      return unsafe base[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < values.count)
      unsafe base[index] = newValue
    }
  }
}
