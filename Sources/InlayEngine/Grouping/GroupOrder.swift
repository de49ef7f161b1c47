import InlayBytes

/// The order of the groups of all lanes by their first rows.
struct GroupOrder {
  /// The groups' positions when one lane's stand behind the other's, in that order; nil for as they stand.
  let positions: Values<UInt32>?

  /// A group's first row, and its position.
  private struct Entry: BitwiseCopyable, Sendable {
    var row: Int
    var position: UInt32
  }

  /// Merges the lanes, each of which is in order, two at a time.
  init(of lanes: [GroupLane], on workers: Workers) throws {
    guard lanes.count > 1 else {
      positions = nil
      return
    }
    let starts = lanes.indices.map { lanes[..<$0].reduce(0) { $0 + $1.count } }
    var runs = try workers.map(lanes.count) { lane in
      var entries = ValueBuilder<Entry>(capacity: lanes[lane].count)
      for group in 0..<lanes[lane].count {
        entries.append(Entry(row: lanes[lane].firstRows[group], position: UInt32(starts[lane] + group)))
      }
      return entries.freeze()
    }
    while runs.count > 1 {
      let pairs = runs
      runs = try workers.map(pairs.count / 2) { Self.merge(pairs[$0 * 2], pairs[$0 * 2 + 1]) }
    }
    let all = runs[0]
    positions = GroupWords.mapped(all.span) { $0.position }
  }

  private static func merge(_ first: Values<Entry>, _ second: Values<Entry>) -> Values<Entry> {
    var merged = ValueBuilder<Entry>(capacity: first.count + second.count)
    var (one, other) = (0, 0)
    let (left, right) = (first.span, second.span)
    while one < left.count && other < right.count {
      if left[one].row < right[other].row {
        merged.append(left[one])
        one += 1
      } else {
        merged.append(right[other])
        other += 1
      }
    }
    merged.append(contentsOf: left.extracting(one..<left.count))
    merged.append(contentsOf: right.extracting(other..<right.count))
    return merged.freeze()
  }
}
