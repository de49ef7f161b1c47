import InlayBytes

/// Whether the places of numbers in the order of their type are in a set.
struct NumberTest {
  private let set: IntervalSet<Int128>

  init(_ set: IntervalSet<Int128>) { self.set = set }

  /// Returns a 1 for each value in the set; nulls have values too.
  func passing(_ storage: ColumnStorage, _ type: DataType) -> Bitmap {
    switch storage {
    case .uint16(let values) where type == .float16:
      passing(values) { FloatOrder.place(Double(Float(halfBits: $0))) }
    case .boolean(let bits): passing(bits)
    case .int8(let values): passing(values) { $0 }
    case .int16(let values): passing(values) { $0 }
    case .int32(let values): passing(values) { $0 }
    case .int64(let values): passing(values) { $0 }
    case .uint8(let values): passing(values) { $0 }
    case .uint16(let values): passing(values) { $0 }
    case .uint32(let values): passing(values) { $0 }
    case .uint64(let values): passing(values) { $0 }
    case .float(let values): passing(values) { FloatOrder.place(Double($0)) }
    case .double(let values): passing(values) { FloatOrder.place($0) }
    case .int128(let values): passing(values) { $0 }
    default: preconditionFailure("a filter was bound to the type of its column")
    }
  }

  private func passing(_ bits: Bitmap) -> Bitmap {
    switch (set.contains(0), set.contains(1)) {
    case (false, false): Bitmap(repeating: false, count: bits.count)
    case (true, true): Bitmap(repeating: true, count: bits.count)
    case (false, true): bits
    case (true, false): bits.inverted()
    }
  }

  @inline(__always)
  private func passing<Value, Place: FixedWidthInteger>(
    _ values: Values<Value>, _ place: (Value) -> Place
  ) -> Bitmap {
    let ranges = set.intervals.compactMap { ClosedRange<Place>($0) }
    let span = values.span
    switch ranges.count {
    case 0: return Bitmap(repeating: false, count: values.count)
    case 1:
      let (lower, upper) = (ranges[0].lowerBound, ranges[0].upperBound)
      return Bitmap(span) { value in
        let place = place(value)
        return place >= lower && place <= upper
      }
    default:
      let (lowers, uppers) = (ranges.map(\.lowerBound), ranges.map(\.upperBound))
      return Bitmap(span) { value in
        let place = place(value)
        let index = lowers.span.countNotAbove(place)
        return index > 0 && place <= uppers[index - 1]
      }
    }
  }
}

extension ClosedRange where Bound: FixedWidthInteger {
  /// The part of an interval that a type has values for; nil when there is none.
  fileprivate init?(_ interval: IntervalSet<Int128>.Interval) {
    // No interval is empty, so its upper end has a predecessor.
    let last = interval.upper.map { $0 - 1 } ?? .max
    guard interval.lower <= Int128(Bound.max), last >= Int128(Bound.min) else { return nil }
    self = Bound(clamping: interval.lower)...Bound(clamping: last)
  }
}

extension Span where Element: FixedWidthInteger {
  /// Returns how many of these rising numbers are not greater than `value`; O(log count).
  @inline(__always)
  fileprivate func countNotAbove(_ value: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle] <= value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
