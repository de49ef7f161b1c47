import CInlayKernels
import InlayBytes
import InlayColumns

/// A hash table from the keys of a table to the first row that has each: open addressing with linear probing, at most
/// half full.
struct KeyTable: Sendable {
  /// Some bits of a hash above a row number plus one; 0 for a free slot. See ``KeyPlace``.
  typealias Slot = UInt64

  let slots: Values<Slot>
  let place: KeyPlace
  /// The key of each row.
  let keys: KeyForm
  /// What hashes begin with.
  let seed: UInt64

  /// Stands for the row of a key that is not in the table.
  static let noRow = UInt32.max
  /// The number of rows that a table can hold.
  static let rowLimit = Int(UInt32.max) - 2
  // How many keys ahead memory is asked for: about as many as the processor can wait for at once.
  private static let distance = 16
  // A table of at least so many slots, or rows, does not stay in a cache near the processor.
  private static let largeCount = 1 << 15

  /// Returns for each probe key the first row that has it.
  func find(_ probe: KeyColumn) -> Values<UInt32> {
    let hashes = probe.hashes(seed: seed)
    var rows = ValueBuilder<UInt32>(capacity: probe.count)
    rows.append(count: probe.count) { room in
      if slots.count < Self.largeCount {
        suggest(hashes.span, into: &room, isLarge: false)
      } else {
        suggest(hashes.span, into: &room, isLarge: true)
      }
      verify(probe.form, hashes.span, in: &room)
      if let validity = probe.validity { Self.erase(&room, where: validity) }
    }
    return rows.freeze()
  }

  /// Writes for each hash the first row whose hash agrees with it in the bits that slots hold.
  ///
  /// Slots are asked for some keys ahead, so that the processor waits for many of them at once.
  @inline(__always)
  private func suggest(_ hashes: Span<UInt64>, into rows: inout MutableSpan<UInt32>, isLarge: Bool) {
    let slots = slots.span
    let place = place
    let base = unsafe UInt(bitPattern: self.slots.buffer.baseAddress)
    precondition(rows.count == hashes.count && slots.count == place.slotCount)
    for index in hashes.indices {
      if isLarge && index &+ Self.distance < hashes.count {
        let next = place.home(of: unsafe hashes[unchecked: index &+ Self.distance])
        inlay_prefetch(base &+ UInt(bitPattern: next &* 8))
      }
      // Safe: the index is below both counts; homes, and what comes after them, are below the number of slots.
      let hash = unsafe hashes[unchecked: index]
      var position = place.home(of: hash)
      var slot = unsafe slots[unchecked: position]
      while slot != 0 && !KeyPlace.agrees(slot, with: hash) {
        position = place.next(after: position)
        slot = unsafe slots[unchecked: position]
      }
      unsafe rows[unchecked: index] = KeyPlace.row(in: slot)
    }
  }

  /// Compares each key with that of the suggested row, and searches on where it is another.
  private func verify(
    _ probe: KeyForm, _ hashes: Span<UInt64>, in rows: inout MutableSpan<UInt32>
  ) {
    switch (probe, keys) {
    case (.words(let mine), .words(let theirs)):
      let (mine, theirs) = (mine.span, theirs.span)
      verify(hashes, in: &rows) { mine[$0] == theirs[$1] }
    case (.views(let mine), .views(let theirs)):
      if theirs.count < Self.largeCount {
        verify(hashes, in: &rows) { mine.isSame(at: $0, as: theirs, at: $1) }
      } else {
        verify(mine, theirs, hashes, in: &rows)
      }
    default: preconditionFailure("both sides of a join have keys of one type")
    }
  }

  @inline(__always)
  private func verify(
    _ hashes: Span<UInt64>, in rows: inout MutableSpan<UInt32>, isSame: (Int, Int) -> Bool
  ) {
    for index in 0..<rows.count {
      let row = rows[index]
      if row == Self.noRow || isSame(index, Int(row)) { continue }
      rows[index] = search(hashes[index]) { isSame(index, $0) }
    }
  }

  /// Compares texts: asks for the views some keys ahead, and for long texts when their views have come.
  private func verify(
    _ mine: ViewValues, _ theirs: ViewValues, _ hashes: Span<UInt64>, in rows: inout MutableSpan<UInt32>
  ) {
    let base = unsafe UInt(bitPattern: theirs.views.span.withUnsafeBufferPointer { $0.baseAddress })
    for index in 0..<rows.count {
      if index &+ 2 &* Self.distance < rows.count {
        let later = rows[index &+ 2 &* Self.distance]
        if later != Self.noRow { inlay_prefetch(base &+ UInt(later) &* 16) }
        let next = rows[index &+ Self.distance]
        if next != Self.noRow { inlay_prefetch(theirs.address(at: Int(next))) }
      }
      let row = rows[index]
      if row == Self.noRow || mine.isSame(at: index, as: theirs, at: Int(row)) { continue }
      rows[index] = search(hashes[index]) { mine.isSame(at: index, as: theirs, at: $0) }
    }
  }

  @inline(__always)
  private func search(_ hash: UInt64, isSame: (Int) -> Bool) -> UInt32 {
    var position = place.home(of: hash)
    while true {
      let slot = slots[position]
      if slot == 0 { return Self.noRow }
      let row = KeyPlace.row(in: slot)
      if KeyPlace.agrees(slot, with: hash) && isSame(Int(row)) { return row }
      position = place.next(after: position)
    }
  }

  /// Takes the row from keys that are null.
  static func erase(_ rows: inout MutableSpan<UInt32>, where validity: Bitmap) {
    for start in stride(from: 0, to: rows.count, by: 64) {
      var missing = ~validity.word(at: start)
      while missing != 0 {
        let index = start &+ missing.trailingZeroBitCount
        guard index < rows.count else { break }
        rows[index] = noRow
        missing &= missing &- 1
      }
    }
  }
}
