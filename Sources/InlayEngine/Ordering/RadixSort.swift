import InlayBytes

/// Orders entries by their keys, a byte of the key at a time from the least on; equal keys stay as they come.
enum RadixSort {
  private static let digits = 8
  private static let digitSize = 256

  /// Returns the entries in order; O(count) for each byte in which keys differ.
  static func sorted(_ entries: consuming ValueBuilder<SortEntry>) -> ValueBuilder<SortEntry> {
    let counts = counts(entries.span)
    var current = entries
    var other = ValueBuilder<SortEntry>(capacity: current.count)
    other.append(count: current.count) { room in room.update(repeating: SortEntry(key: 0, row: 0)) }
    for digit in 0..<digits {
      let own = counts[digit * digitSize..<(digit + 1) * digitSize]
      // A byte that all keys share orders nothing.
      if own.contains(current.count) { continue }
      var places = [Int](repeating: 0, count: digitSize)
      var place = 0
      for (value, count) in own.enumerated() {
        places[value] = place
        place += count
      }
      scatter(current.span, into: &other, shift: UInt64(digit * 8), &places)
      swap(&current, &other)
    }
    return current
  }

  /// How many keys have each value of each byte.
  private static func counts(_ entries: Span<SortEntry>) -> [Int] {
    var counts = [Int](repeating: 0, count: digits * digitSize)
    for index in entries.indices {
      var key = entries[index].key
      for digit in 0..<digits {
        counts[digit * digitSize + Int(truncatingIfNeeded: key & 0xFF)] &+= 1
        key >>= 8
      }
    }
    return counts
  }

  private static func scatter(
    _ entries: Span<SortEntry>, into room: inout ValueBuilder<SortEntry>, shift: UInt64, _ places: inout [Int]
  ) {
    precondition(room.count == entries.count)
    var room = room.mutableSpan
    var places = places.mutableSpan
    for index in entries.indices {
      let entry = unsafe entries[unchecked: index]
      let digit = Int(truncatingIfNeeded: entry.key >> shift & 0xFF)
      // Safe: a byte is one of 256 values, and the places of all entries together are those of the room.
      unsafe room[unchecked: places[unchecked: digit]] = entry
      unsafe places[unchecked: digit] &+= 1
    }
  }
}
