import InlayBytes
import InlayColumns

/// Orders texts by their bytes: most by a number made of the first eight, the others by all.
struct TextComparison: SortComparison {
  let views: ViewValues
  let isDescending: Bool

  func precedes(_ first: SortEntry, _ second: SortEntry) -> Bool {
    if first.key != second.key { return first.key < second.key }
    let one = views.bytes(at: Int(first.row))
    let other = views.bytes(at: Int(second.row))
    return isDescending ? other.precedes(one) : one.precedes(other)
  }

  /// The entry of a row.
  func entry(_ row: Int) -> SortEntry {
    let key = prefix(at: row)
    return SortEntry(key: isDescending ? ~key : key, row: UInt32(truncatingIfNeeded: row))
  }

  /// The first eight bytes of a text, followed by zeros when there are fewer.
  private func prefix(at row: Int) -> UInt64 {
    let view = views.views[row]
    if view.isInline { return (view.low >> 32 | view.high << 32).byteSwapped }
    let bytes = views.bytes(at: row)
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self).bigEndian
  }

  /// Sorts entries: by their numbers first, then those whose numbers are equal.
  func sorted(_ entries: consuming ValueBuilder<SortEntry>) -> ValueBuilder<SortEntry> {
    var entries = RadixSort.sorted(entries)
    let sort = MergeSort(comparison: self)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count && entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 { sort.sort(&entries, start..<end) }
      start = end
    }
    return entries
  }
}
