import InlayBytes
import InlayColumns

/// The levels of some entries of a leaf column: what the format calls its values, nulls and empty lists counted.
struct EntryLevels: Sendable {
  /// The number of entries.
  let count: Int
  /// Which entries have a value; nil when all have.
  var present: Bitmap?
  /// For each entry its repetition level; nil in a column without lists, in which every entry is a row.
  var repetition: Values<UInt8>?
  /// For each entry its definition level; nil when all entries have a value, or ``present`` says it all.
  var definition: Values<UInt8>?

  /// Returns the number of values among some entries.
  func valueCount(in entries: Range<Int>) -> Int {
    present.map { $0[entries].countOnes() } ?? entries.count
  }

  /// Returns the entry behind the `count`-th value from `start` on; there are that many.
  func index(after count: Int, from start: Int) -> Int {
    present.map { $0.index(after: count, from: start) } ?? start + count
  }

  /// Returns whether a row begins with an entry.
  func beginsRow(at entry: Int) -> Bool { repetition.map { $0[entry] == 0 } ?? true }

  /// Returns the entries from `start` on and before `limit` up to where a page ends that has room for so many rows, and
  /// in which no row begins when it has so many entries.
  func entries(from start: Int, rowRoom: Int, entryRoom: Int, limit: Int) -> Range<Int> {
    guard let repetition else { return start..<min(limit, start + min(rowRoom, entryRoom)) }
    let levels = repetition.span
    var left = rowRoom
    for index in start..<limit where levels[index] == 0 {
      if left == 0 || index - start >= entryRoom { return start..<index }
      left -= 1
    }
    return start..<limit
  }

  /// Returns the number of rows that begin with some entries.
  func rowCount(in entries: Range<Int>) -> Int {
    guard let repetition else { return entries.count }
    let levels = repetition.span.extracting(entries)
    var count = 0
    for index in levels.indices { count &+= levels[index] == 0 ? 1 : 0 }
    return count
  }
}

/// The entries of a leaf column on their way into pages.
struct LeafEntries: Sendable {
  /// The column that holds the values.
  let values: Column
  /// For each value, in the order of the entries that have one, its row in ``values``; nil when each entry's value is
  /// at the entry's own position.
  var positions: Values<UInt32>?
  let levels: EntryLevels

  /// The number of entries.
  var count: Int { levels.count }

  /// Returns where the values of some entries are.
  func selection(_ entries: Range<Int>) -> RowSelection {
    guard let positions else { return RowSelection(entries, present: levels.present) }
    let first = levels.valueCount(in: 0..<entries.lowerBound)
    return RowSelection(positions[first..<first + levels.valueCount(in: entries)])
  }
}
