import InlayBytes

/// Whether strings or binaries are in a set.
struct ByteTest {
  private let set: IntervalSet<ByteString>

  init(_ set: IntervalSet<ByteString>) { self.set = set }

  /// Returns a 1 for each value in the set; nulls have values too.
  func passing(_ storage: ColumnStorage) -> Bitmap {
    guard case .views(let values) = storage else {
      preconditionFailure("a filter was bound to the type of its column")
    }
    if set.intervals.isEmpty { return Bitmap(repeating: false, count: values.count) }
    if let wanted = set.values(limit: 1)?.first { return equal(to: wanted, values) }
    return inSet(values)
  }

  /// The length and the first bytes tell nearly all other values apart.
  private func equal(to wanted: ByteString, _ values: ViewValues) -> Bitmap {
    let other = ViewValues([wanted])
    return Bitmap(count: values.count) { values.isSame(at: $0, as: other, at: 0) }
  }

  /// Finds for each value the interval that may hold it.
  private func inSet(_ values: ViewValues) -> Bitmap {
    let lowers = ViewValues(set.intervals.map(\.lower))
    let uppers = ViewValues(set.intervals.map { $0.upper ?? .least })
    let isOpen = set.intervals.last?.upper == nil
    let last = set.intervals.count - 1
    return Bitmap(count: values.count) { row in
      let bytes = values.bytes(at: row)
      let index = lowers.countNotAbove(bytes) - 1
      guard index >= 0 else { return false }
      return index == last && isOpen || bytes.precedes(uppers.bytes(at: index))
    }
  }
}

extension ViewValues {
  /// Copies byte strings.
  fileprivate init(_ strings: [ByteString]) {
    var builder = ViewBuilder(capacity: strings.count)
    for string in strings {
      let bytes = Values(string.bytes)
      builder.append(bytes.rawSpan)
    }
    self = builder.freeze()
  }

  /// Returns how many of these rising values are not greater than `value`; O(log count).
  fileprivate func countNotAbove(_ value: RawSpan) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if value.precedes(bytes(at: middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
