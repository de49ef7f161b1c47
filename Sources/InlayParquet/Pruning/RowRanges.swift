import InlayBytes
import InlayColumns

/// Some rows of a row group, in order: ranges that neither overlap nor touch.
struct RowRanges: Hashable, Sendable {
  private(set) var ranges: [Range<Int>] = []
  /// The number of rows.
  private(set) var count = 0

  init() {}

  init(_ range: Range<Int>) { append(range) }

  /// Adds rows, none of which comes before those that are there.
  mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    precondition(ranges.last.map { $0.upperBound <= range.lowerBound } ?? true, "rows come in order")
    count += range.count
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }

  /// The first row that is not before `row`; nil when there is none. O(log ranges).
  func first(from row: Int) -> Int? {
    let index = position(from: row)
    return index < ranges.count ? Swift.max(ranges[index].lowerBound, row) : nil
  }

  /// The position of the first range that is not all before `row`; O(log ranges).
  private func position(from row: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound > row { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Returns the rows that are in a range, as ranges; O(log ranges) besides them.
  func ranges(in range: Range<Int>) -> [Range<Int>] {
    var index = position(from: range.lowerBound)
    var found: [Range<Int>] = []
    while index < ranges.count, ranges[index].lowerBound < range.upperBound {
      found.append(ranges[index].clamped(to: range))
      index += 1
    }
    return found
  }

  /// Returns the rows that are in both; O(ranges).
  func intersection(_ other: RowRanges) -> RowRanges {
    var result = RowRanges()
    var (mine, theirs) = (0, 0)
    while mine < ranges.count, theirs < other.ranges.count {
      result.append(ranges[mine].clamped(to: other.ranges[theirs]))
      if ranges[mine].upperBound < other.ranges[theirs].upperBound { mine += 1 } else { theirs += 1 }
    }
    return result
  }

  /// Returns the rows that are in one of both; O(ranges).
  func union(_ other: RowRanges) -> RowRanges {
    let sorted = (ranges + other.ranges).sorted { $0.lowerBound < $1.lowerBound }
    var result = RowRanges()
    var end = 0
    for range in sorted {
      result.append(Swift.max(end, range.lowerBound)..<Swift.max(end, range.upperBound))
      end = Swift.max(end, range.upperBound)
    }
    return result
  }

  /// Returns those rows for which there is a 1 among as many bits; O(count / 64 + ranges).
  func keeping(_ kept: Bitmap) -> RowRanges {
    precondition(kept.count == count, "one bit a row")
    var result = RowRanges()
    var place = 0
    for range in ranges {
      kept[place..<place + range.count].forEachRunOfOnes { run in
        result.append(range.lowerBound + run.lowerBound..<range.lowerBound + run.upperBound)
      }
      place += range.count
    }
    return result
  }
}

extension Bitmap {
  /// Calls `body` with the places of ones, as ranges in order: those of one word at a time.
  fileprivate func forEachRunOfOnes(_ body: (Range<Int>) -> Void) {
    for start in stride(from: 0, to: count, by: 64) {
      var word = word(at: start)
      while word != 0 {
        let first = word.trailingZeroBitCount
        let length = (~(word >> UInt64(first))).trailingZeroBitCount
        body(start + first..<start + first + length)
        if first + length >= 64 { break }
        word &= UInt64.max << UInt64(first + length)
      }
    }
  }
}
