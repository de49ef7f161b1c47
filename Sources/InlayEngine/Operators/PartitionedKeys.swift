import InlayBytes
import InlayColumns

/// The rows of a table that have a key, ordered by the partition of the key's hash, and by row within one.
struct PartitionedKeys: Sendable {
  /// For each row what its slot in a ``KeyTable`` holds.
  let entries: Values<KeyTable.Slot>
  /// Where each partition begins in `entries`, and where the last one ends.
  let starts: [Int]

  /// Hashes keys and orders them, each thread a range of the rows.
  init(_ keys: KeyColumn, seed: UInt64, on workers: Workers) throws {
    let partCount = workers.count
    let parts = (0..<partCount).map { keys.count * $0 / partCount..<keys.count * ($0 + 1) / partCount }
    let hashes = try workers.map(partCount) { keys[parts[$0]].hashes(seed: seed) }
    let counts = try workers.map(partCount) { Self.counts(hashes[$0], keys.validity?[parts[$0]]) }
    let (starts, places) = Self.places(counts)
    let entries = SharedSlots<KeyTable.Slot>(repeating: 0, count: starts[KeyPlace.partitionCount])
    _ = try workers.map(partCount) { part in
      Self.scatter(
        hashes[part], keys.validity?[parts[part]], firstRow: parts[part].lowerBound, to: places[part],
        of: entries)
    }
    self.entries = entries.values
    self.starts = starts
  }

  private static func counts(_ hashes: Values<UInt64>, _ validity: Bitmap?) -> [Int] {
    var counts = [Int](repeating: 0, count: KeyPlace.partitionCount)
    let hashes = hashes.span
    for row in hashes.indices where validity?[row] ?? true {
      counts[KeyPlace.partition(of: hashes[row])] &+= 1
    }
    return counts
  }

  /// Returns where each partition begins, and where each part's share of it does.
  private static func places(_ counts: [[Int]]) -> (starts: [Int], places: [[Int]]) {
    var starts: [Int] = []
    var places = counts
    var end = 0
    for partition in 0..<KeyPlace.partitionCount {
      starts.append(end)
      for part in counts.indices {
        places[part][partition] = end
        end += counts[part][partition]
      }
    }
    return (starts + [end], places)
  }

  private static func scatter(
    _ hashes: Values<UInt64>, _ validity: Bitmap?, firstRow: Int, to places: [Int],
    of entries: SharedSlots<UInt64>
  ) {
    var places = places
    let hashes = hashes.span
    for row in hashes.indices where validity?[row] ?? true {
      let hash = hashes[row]
      let partition = KeyPlace.partition(of: hash)
      entries[places[partition]] = KeyPlace.slot(hash, row: firstRow &+ row)
      places[partition] &+= 1
    }
  }
}
