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
    let groupCount = lanes.reduce(0) { $0 + $1.count }
    if lanes[0].rowCount / 8 <= groupCount {
      positions = Self.placed(lanes, starts, groupCount)
      return
    }
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

  /// Puts each group's position at the place of its first row, and then closes the gaps: for groups of few rows.
  private static func placed(_ lanes: [GroupLane], _ starts: [Int], _ groupCount: Int) -> Values<UInt32> {
    let rowCount = lanes[0].rowCount
    var places = ValueBuilder<UInt32>(capacity: rowCount)
    places.append(repeating: .max, count: rowCount)
    for (lane, start) in zip(lanes, starts) {
      for group in 0..<lane.count {
        places[lane.firstRows[group]] = UInt32(truncatingIfNeeded: start &+ group)
      }
    }
    let source = places.span
    var positions = ValueBuilder<UInt32>(capacity: groupCount + 1)
    positions.append(count: groupCount + 1) { room in
      var count = 0
      // Written always and overwritten by the next when it is a gap: no branch that cannot be foreseen.
      for row in source.indices {
        room[count] = source[row]
        count &+= source[row] == .max ? 0 : 1
      }
    }
    positions.truncate(to: groupCount)
    return positions.freeze()
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
