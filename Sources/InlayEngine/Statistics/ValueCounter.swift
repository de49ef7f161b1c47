import InlayBytes
import InlayColumns

/// Counts values, told apart by hashes of 64 bits: each of them up to a limit, and beyond it the frequent ones.
///
/// When there are more than the limit, every count is lowered by the median of all, and those that come to nothing go
/// (Misra and Gries, 1982): what is left is a lower bound, and no value is missed that occurs more often than the sum of
/// what was taken. The number of distinct values is then an estimate.
struct ValueCounter {
  private let limit: Int
  private var counts: [UInt64: Int] = [:]
  private var sketch = DistinctSketch()
  /// What was taken from the counts; 0 as long as they are exact.
  private var taken = 0
  /// The texts of values that are among the most frequent ones.
  private var texts: [UInt64: String] = [:]

  private static let reportedCount = 3
  private static let candidateLimit = 64

  init(limit: Int) { self.limit = limit }

  /// Whether every value has its count.
  var isExact: Bool { taken == 0 }

  /// The number of distinct values, counted or estimated.
  var distinctCount: Int { isExact ? counts.count : sketch.estimate }

  /// Adds values, none of which is null, each so many times.
  mutating func add(_ column: Column, _ newCounts: [Int]) {
    let batch = RecordBatch(
      schema: Schema([Field("", column.type)]), columns: [column], rowCount: column.count)
    let hashes = RowHashes(batch, areTexts: [false]).rows.map(\.low)
    for (hash, count) in zip(hashes, newCounts) {
      sketch.add(hash)
      counts[hash, default: 0] += count
    }
    noteCandidates(column, hashes)
    if counts.count > limit { lowerCounts() }
  }

  /// Keeps the texts of the values of a batch that are now the most frequent ones: a value that ends as such is among
  /// them when its last batch comes.
  private mutating func noteCandidates(_ column: Column, _ hashes: [UInt64]) {
    var best: [(index: Int, count: Int)] = []
    for (index, hash) in hashes.enumerated() {
      let count = counts[hash] ?? 0
      if best.count == Self.reportedCount, let last = best.last, last.count >= count { continue }
      if best.contains(where: { hashes[$0.index] == hash }) { continue }
      let place = best.firstIndex { $0.count < count } ?? best.count
      best.insert((index, count), at: place)
      if best.count > Self.reportedCount { best.removeLast() }
    }
    for (index, _) in best where texts[hashes[index]] == nil { texts[hashes[index]] = column.text(at: index) }
    guard texts.count > Self.candidateLimit else { return }
    let kept = Set(ranked().prefix(Self.candidateLimit / 2).map(\.hash))
    texts = texts.filter { kept.contains($0.key) }
  }

  private mutating func lowerCounts() {
    let sorted = counts.values.sorted()
    let median = sorted[sorted.count / 2]
    counts = counts.compactMapValues { $0 > median ? $0 - median : nil }
    taken += median
  }

  private func ranked() -> [(hash: UInt64, text: String, count: Int)] {
    texts.map { ($0.key, $0.value, counts[$0.key] ?? 0) }
      .sorted { $0.2 == $1.2 ? $0.1 < $1.1 : $0.2 > $1.2 }
  }

  /// The most frequent values; where counts are not exact, those that are certain to be frequent.
  var mostFrequent: [FrequentValue] {
    ranked().prefix(Self.reportedCount).filter { $0.count > taken || (isExact && $0.count > 0) }
      .map { FrequentValue(value: $0.text, count: $0.count) }
  }
}
