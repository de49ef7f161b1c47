/// Where keys stand in a ``KeyTable`` of some number of slots.
///
/// The upper 40 bits of a hash are all that counts. A key's home grows with them, so that hashes with the same upper
/// eight bits, a partition, have a contiguous part of the slots: that is how threads fill one table, each a part that
/// stays in its cache.
struct KeyPlace: Sendable {
  /// The number of slots.
  let slotCount: Int

  /// The number of parts in which a table is filled.
  static let partitionCount = 256

  /// Makes room for as many keys again as there are: the table is at most half full.
  init(keyCount: Int) { slotCount = max(64, keyCount * 2) }

  /// The slot where the search for a key begins.
  @inline(__always)
  func home(of hash: UInt64) -> Int {
    let high = (hash & 0xFFFF_FFFF_FF00_0000).multipliedFullWidth(by: UInt64(slotCount)).high
    return Int(truncatingIfNeeded: high)
  }

  /// The slot that is looked at after another.
  @inline(__always)
  func next(after position: Int) -> Int { position &+ 1 == slotCount ? 0 : position &+ 1 }

  /// The slots that are the homes of a partition's keys.
  func slots(ofPartition partition: Int) -> Range<Int> {
    let start = home(of: UInt64(partition) << 56)
    let isLast = partition + 1 == Self.partitionCount
    return start..<(isLast ? slotCount : home(of: UInt64(partition + 1) << 56))
  }

  /// The partition of a hash.
  @inline(__always)
  static func partition(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 56) }

  /// What a slot holds for a row: the 32 bits of the hash below the partition's above the row number plus one.
  @inline(__always)
  static func slot(_ hash: UInt64, row: Int) -> KeyTable.Slot {
    (hash >> 24) << 32 | UInt64(truncatingIfNeeded: row &+ 1)
  }

  /// The row that a slot holds, or ``KeyTable/noRow`` for a free one.
  @inline(__always)
  static func row(in slot: KeyTable.Slot) -> UInt32 { UInt32(truncatingIfNeeded: slot) &- 1 }

  /// Whether a slot may hold the key of a hash.
  @inline(__always)
  static func agrees(_ slot: KeyTable.Slot, with hash: UInt64) -> Bool {
    (slot >> 32) ^ (hash >> 24 & 0xFFFF_FFFF) == 0
  }

  /// A hash with the bits that count, of what a slot in a partition holds.
  @inline(__always)
  static func hash(of slot: KeyTable.Slot, inPartition partition: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: partition) << 56 | (slot >> 32) << 24
  }
}
