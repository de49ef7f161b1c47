import InlayBytes
import InlayColumns

/// A hash table from the keys of a table to the first row that has each.
///
/// Open addressing with linear probing, at most half full. A key's home is given by the upper bits of its hash, so a
/// contiguous part of the slots belongs to a contiguous part of the hashes: that is how threads fill one table.
struct KeyTable: Sendable {
  /// The low half of a hash above a row number plus one; 0 for a free slot.
  typealias Slot = UInt64

  let slots: Values<Slot>
  /// What turns a hash into the number of its home slot.
  let shift: UInt64
  /// The key of each row.
  let keys: KeyColumn.Form

  /// Stands for the row of a key that is not in the table.
  static let noRow = UInt32.max
  /// The number of rows that a table can hold.
  static let rowLimit = Int(UInt32.max) - 2
  // What the first pass of a search leaves where only a full search can tell.
  private static let unknownRow = UInt32.max - 1

  /// Returns for each probe key the first row that has it.
  func find(_ probe: KeyColumn) -> Values<UInt32> {
    let hashes = probe.hashes()
    var rows = ValueBuilder<UInt32>(capacity: probe.count)
    rows.append(count: probe.count) { room in
      suggest(hashes, into: &room)
      switch (probe.form, keys) {
      case (.words(let mine), .words(let theirs)):
        verify(&room, hashes) { mine[$0] == theirs[$1] }
      case (.views(let mine), .views(let theirs)):
        verify(&room, hashes) { mine.isSame(at: $0, as: theirs, at: $1) }
      default: preconditionFailure("both sides of a join have keys of one type")
      }
    }
    let found = rows.freeze()
    return probe.validity.map { Self.erase(found, where: $0) } ?? found
  }

  /// Writes for each hash the row that its home slot holds, when that is likely the one.
  ///
  /// The loop only reads slots, so that the processor waits for many of them at once; a table that is larger than the
  /// cache is read several times faster than one key after the other.
  private func suggest(_ hashes: Values<UInt64>, into rows: inout MutableSpan<UInt32>) {
    let slots = slots.span
    let hashes = hashes.span
    precondition(rows.count == hashes.count && slots.count == 1 << (64 - Int(shift)))
    for index in 0..<hashes.count {
      // Safe: the index is below both counts; a hash shifted by `shift` is below the number of slots.
      let hash = unsafe hashes[unchecked: index]
      let slot = unsafe slots[unchecked: Int(truncatingIfNeeded: hash >> shift)]
      let isLikely = slot >> 32 == hash & 0xFFFF_FFFF && slot != 0
      let otherwise = slot == 0 ? Self.noRow : Self.unknownRow
      unsafe rows[unchecked: index] = isLikely ? UInt32(truncatingIfNeeded: slot) &- 1 : otherwise
    }
  }

  /// Compares each key with that of the suggested row, and searches where it is another.
  @inline(__always)
  private func verify(_ rows: inout MutableSpan<UInt32>, _ hashes: Values<UInt64>, isSame: (Int, Int) -> Bool)
  {
    for index in 0..<rows.count {
      let row = rows[index]
      if row == Self.noRow || row != Self.unknownRow && isSame(index, Int(row)) { continue }
      rows[index] = search(hashes[index]) { isSame(index, $0) }
    }
  }

  @inline(__always)
  private func search(_ hash: UInt64, isSame: (Int) -> Bool) -> UInt32 {
    var position = Int(truncatingIfNeeded: hash >> shift)
    while true {
      let slot = slots[position]
      if slot == 0 { return Self.noRow }
      let row = UInt32(truncatingIfNeeded: slot) &- 1
      if slot >> 32 == hash & 0xFFFF_FFFF && isSame(Int(row)) { return row }
      position = (position &+ 1) & (slots.count &- 1)
    }
  }

  /// Takes the row from keys that are null.
  private static func erase(_ rows: Values<UInt32>, where validity: Bitmap) -> Values<UInt32> {
    var builder = ValueBuilder<UInt32>(capacity: rows.count)
    for index in 0..<rows.count { builder.append(validity[index] ? rows[index] : noRow) }
    return builder.freeze()
  }
}
