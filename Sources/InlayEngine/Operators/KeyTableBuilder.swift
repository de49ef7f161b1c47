import CInlayKernels
import InlayBytes
import InlayColumns

/// Fills a ``KeyTable`` on several threads.
///
/// The threads take one partition of the keys after the other, each of which has a part of the slots that fits in a
/// cache. A key that would run over the end of its part is inserted afterwards by one thread.
struct KeyTableBuilder {
  private let keys: KeyColumn
  private let seed: UInt64
  private let place: KeyPlace
  private let slots: SharedSlots<UInt64>

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

  // A smaller table is filled before a second thread has started.
  private static let smallCount = 1 << 15

  /// Inserts all keys.
  ///
  /// - Parameter seed: What hashes begin with: nobody can make keys whose hashes are all one. It says nothing about
  ///   what is found.
  /// - Returns: The table, and the repeated rows in lists, in no order.
  static func build(
    _ keys: KeyColumn, seed: UInt64, on workers: Workers
  ) throws -> (table: KeyTable, repetitions: [Values<Repetition>]) {
    guard keys.count >= smallCount else {
      let builder = KeyTableBuilder(keys, seed: seed)
      let rows = (0..<keys.count).filter { keys.validity?[$0] ?? true }
      return (builder.table, [builder.insertAnywhere(rows)])
    }
    let partitioned = try PartitionedKeys(keys, seed: seed, on: workers)
    let builder = KeyTableBuilder(keys, seed: seed)
    let leftovers = try workers.map(KeyPlace.partitionCount) { partition in
      let range = partitioned.starts[partition]..<partitioned.starts[partition + 1]
      return builder.insert(partitioned.entries[range], partition)
    }
    let overflowing = leftovers.flatMap { list in (0..<list.overflowing.count).map { list.overflowing[$0] } }
    let late = builder.insertAnywhere(overflowing.sorted().map { Int($0) })
    return (builder.table, leftovers.map(\.repetitions) + [late])
  }

  private init(_ keys: KeyColumn, seed: UInt64) {
    self.keys = keys
    self.seed = seed
    place = KeyPlace(keyCount: keys.count)
    slots = SharedSlots(repeating: 0, count: place.slotCount)
  }

  private var table: KeyTable {
    KeyTable(slots: slots.values, place: place, keys: keys.form, seed: seed)
  }

  /// Inserts the keys of a partition, in the order of the rows.
  private func insert(_ entries: Values<KeyTable.Slot>, _ partition: Int) -> Leftovers {
    switch keys.form {
    case .words(let words):
      let words = words.span
      let base = unsafe UInt(bitPattern: words.withUnsafeBufferPointer { $0.baseAddress })
      return insert(entries, partition) {
        inlay_prefetch(base &+ UInt($0) &* 8)
      } andThen: { _ in
      } isSame: {
        words[$0] == words[$1]
      }
    case .views(let views):
      let base = unsafe UInt(bitPattern: views.views.span.withUnsafeBufferPointer { $0.baseAddress })
      return insert(entries, partition) {
        inlay_prefetch(base &+ UInt($0) &* 16)
      } andThen: {
        inlay_prefetch(views.address(at: Int($0)))
      } isSame: {
        views.isSame(at: $0, as: views, at: $1)
      }
    }
  }

  // How many keys ahead memory is asked for.
  private static let distance = 16

  /// - Parameters:
  ///   - prefetch: Asks for the key of a row that will probably be compared.
  ///   - next: Asks for what lies behind that key, when the key has come.
  @inline(__always)
  private func insert(
    _ entries: Values<KeyTable.Slot>, _ partition: Int, prefetch: (UInt32) -> Void,
    andThen next: (UInt32) -> Void, isSame: (Int, Int) -> Bool
  ) -> Leftovers {
    var repetitions = ValueBuilder<Repetition>()
    var overflowing = ValueBuilder<UInt32>()
    let end = place.slots(ofPartition: partition).upperBound
    let entries = entries.span
    for index in entries.indices {
      if index &+ 2 &* Self.distance < entries.count {
        suggest(entries[index &+ 2 &* Self.distance], partition, prefetch)
        suggest(entries[index &+ Self.distance], partition, next)
      }
      let entry = entries[index]
      let row = KeyPlace.row(in: entry)
      var position = place.home(of: KeyPlace.hash(of: entry, inPartition: partition))
      while position < end {
        let slot = slots[position]
        if slot == 0 {
          slots[position] = entry
          break
        }
        let first = KeyPlace.row(in: slot)
        if (slot ^ entry) >> 32 == 0 && isSame(Int(first), Int(row)) {
          repetitions.append(Repetition(row: row, firstRow: first))
          break
        }
        position &+= 1
      }
      if position == end { overflowing.append(row) }
    }
    return Leftovers(repetitions: repetitions.freeze(), overflowing: overflowing.freeze())
  }

  /// Tells of the rows that are compared when an entry is inserted, as far as its first slot shows.
  @inline(__always)
  private func suggest(_ entry: KeyTable.Slot, _ partition: Int, _ body: (UInt32) -> Void) {
    let slot = slots[place.home(of: KeyPlace.hash(of: entry, inPartition: partition))]
    guard slot != 0, (slot ^ entry) >> 32 == 0 else { return }
    body(KeyPlace.row(in: slot))
    body(KeyPlace.row(in: entry))
  }

  /// Inserts keys wherever there is room from their homes on; returns those that earlier rows have.
  private func insertAnywhere(_ rows: [Int]) -> Values<Repetition> {
    var repetitions = ValueBuilder<Repetition>()
    for row in rows {
      let hash = keys.hash(at: row, seed: seed)
      var position = place.home(of: hash)
      while true {
        let slot = slots[position]
        if slot == 0 {
          slots[position] = KeyPlace.slot(hash, row: row)
          break
        }
        let first = KeyPlace.row(in: slot)
        if KeyPlace.agrees(slot, with: hash) && isSame(Int(first), row) {
          repetitions.append(Repetition(row: UInt32(row), firstRow: first))
          break
        }
        position = place.next(after: position)
      }
    }
    return repetitions.freeze()
  }

  private func isSame(_ row: Int, _ other: Int) -> Bool {
    switch keys.form {
    case .words(let words): words[row] == words[other]
    case .views(let views): views.isSame(at: row, as: views, at: other)
    }
  }
}
