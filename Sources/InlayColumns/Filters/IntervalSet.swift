/// A type that has a least value, and whose every value has a next one with nothing between the two.
package protocol Successive: Comparable, Sendable {
  static var least: Self { get }
  /// The least value that is greater; nil when there is none.
  var successor: Self? { get }
}

extension Int128: Successive {
  package static var least: Int128 { .min }
  package var successor: Int128? { self == .max ? nil : self + 1 }
}

/// Byte strings in their lexicographic order.
package struct ByteString: Hashable, Successive {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static var least: ByteString { ByteString([]) }

  package var successor: ByteString? { ByteString(bytes + [0]) }

  package static func < (first: ByteString, second: ByteString) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }

  /// The least value that comes after all that begin with these bytes; nil when there is none.
  package var prefixSuccessor: ByteString? {
    guard let last = bytes.lastIndex(where: { $0 < 0xFF }) else { return nil }
    return ByteString(bytes[..<last] + [bytes[last] + 1])
  }
}

/// A set of values of an ordered type: what each comparison of a column with values comes down to.
package struct IntervalSet<Value: Successive>: Sendable {
  /// The values from `lower` on up to `upper`, which is not among them; nil for no end.
  package struct Interval: Sendable {
    package var lower: Value
    package var upper: Value?

    package init(from lower: Value = .least, upTo upper: Value?) {
      self.lower = lower
      self.upper = upper
    }

    /// Whether no value is in it.
    var isEmpty: Bool { upper.map { $0 <= lower } ?? false }
  }

  /// In order, none of them empty, with values between each and the next.
  package private(set) var intervals: [Interval] = []

  /// Makes the set of no values.
  package init() {}

  /// Makes the set of the values of an interval.
  package init(_ interval: Interval) { intervals = interval.isEmpty ? [] : [interval] }

  /// Makes the set of some values; O(n log n).
  package init(_ values: [Value]) {
    self.init(joining: values.map { Interval(from: $0, upTo: $0.successor) })
  }

  /// Joins intervals in any order.
  private init(joining all: [Interval]) {
    for interval in all.filter({ !$0.isEmpty }).sorted(by: { $0.lower < $1.lower }) {
      guard let last = intervals.last, last.upper.map({ interval.lower <= $0 }) ?? true else {
        intervals.append(interval)
        continue
      }
      intervals[intervals.count - 1].upper = last.upper.flatMap { end in
        interval.upper.map { Swift.max(end, $0) }
      }
    }
  }
}

// MARK: - Logic

extension IntervalSet {
  /// The values that are not in the set.
  package var complement: IntervalSet {
    var result = IntervalSet()
    var start = Value.least
    for interval in intervals {
      let gap = Interval(from: start, upTo: interval.lower)
      if !gap.isEmpty { result.intervals.append(gap) }
      guard let upper = interval.upper else { return result }
      start = upper
    }
    result.intervals.append(Interval(from: start, upTo: nil))
    return result
  }

  /// Returns whether a value from `min` to `max`, both of which may be among them, is in the set; nil for no bound.
  package func overlaps(min: Value?, max: Value?) -> Bool {
    intervals.contains { interval in
      if let max, max < interval.lower { return false }
      if let min, let upper = interval.upper, upper <= min { return false }
      return true
    }
  }

  /// Returns whether all values from `min` to `max`, both among them, are in the set; nil for no bound.
  package func covers(min: Value?, max: Value?) -> Bool {
    let min = min ?? .least
    return intervals.contains { interval in
      guard interval.lower <= min else { return false }
      guard let upper = interval.upper else { return true }
      return max.map { $0 < upper } ?? false
    }
  }

  /// Returns whether a value is in the set; O(log n).
  package func contains(_ value: Value) -> Bool {
    var (low, high) = (0, intervals.count)
    while low < high {
      let middle = (low + high) / 2
      if let upper = intervals[middle].upper, upper <= value { low = middle + 1 } else { high = middle }
    }
    guard low < intervals.count else { return false }
    return intervals[low].lower <= value
  }

  /// Returns the values of the set, in order, when there are at most `limit` of them; else nil.
  package func values(limit: Int) -> [Value]? {
    guard intervals.count <= limit else { return nil }
    var values: [Value] = []
    for interval in intervals {
      guard let upper = interval.upper else { return nil }
      var value = interval.lower
      while value < upper {
        guard values.count < limit, let next = value.successor, next <= upper else { return nil }
        values.append(value)
        value = next
      }
    }
    return values
  }
}
