import InlayBytes
import InlayColumns

/// Counts rows, or values that are not null.
final class Counts: GroupAccumulator {
  private var counts = ValueBuilder<Int64>()

  func grow(to count: Int) {
    if count > counts.count { counts.append(repeating: 0, count: count - counts.count) }
  }

  func add(_ column: Column?, groups: Values<UInt32>) {
    Self.add(column?.validity, groups, to: &counts)
  }

  private static func add(
    _ validity: Bitmap?, _ groups: Values<UInt32>, to counts: inout ValueBuilder<Int64>
  ) {
    groups.requireAll(below: counts.count)
    var counts = counts.mutableSpan
    let groups = groups.span
    // Safe: the groups are those of counts, by the first line.
    guard let validity else {
      for index in groups.indices { unsafe counts[unchecked: Int(groups[unchecked: index])] &+= 1 }
      return
    }
    for index in groups.indices where validity[index] {
      unsafe counts[unchecked: Int(groups[unchecked: index])] &+= 1
    }
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? Counts else { mismatch() }
    for index in 0..<entries.count {
      counts[Int(groups[index])] &+= later.counts[Int(entries[index])]
    }
  }

  func result() -> Column {
    Column(type: .int64, storage: .int64(counts.copied()))
  }
}

/// Traps: accumulators that are put together are of one aggregate.
func mismatch() -> Never { preconditionFailure("an accumulator is added to one of another function") }
