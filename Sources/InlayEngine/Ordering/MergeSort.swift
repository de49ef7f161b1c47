import InlayBytes

/// Merges and sorts entries by a comparison; equal ones stay as they come.
struct MergeSort<Comparison: SortComparison>: Sendable {
  let comparison: Comparison

  /// The length of the runs that are sorted by insertion.
  private static var runLength: Int { 16 }

  /// Sorts the entries of a range; O(n log n) comparisons.
  func sort(_ entries: inout ValueBuilder<SortEntry>, _ range: Range<Int>) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.runLength) {
      insertionSort(&entries, start..<min(start + Self.runLength, range.upperBound))
    }
    guard range.count > Self.runLength else { return }
    var scratch = ValueBuilder<SortEntry>(capacity: range.count)
    var length = Self.runLength
    while length < range.count {
      scratch.truncate(to: 0)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: length * 2) {
        let middle = min(start + length, range.upperBound)
        let end = min(middle + length, range.upperBound)
        merge(
          entries.span.extracting(start..<middle), entries.span.extracting(middle..<end), into: &scratch)
      }
      for index in 0..<scratch.count { entries[range.lowerBound + index] = scratch[index] }
      length *= 2
    }
  }

  private func insertionSort(_ entries: inout ValueBuilder<SortEntry>, _ range: Range<Int>) {
    for index in range.dropFirst() {
      let entry = entries[index]
      var place = index
      while place > range.lowerBound && comparison.precedes(entry, entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  /// Adds the entries of two runs, those of the first one before equal ones of the second.
  func merge(_ first: Span<SortEntry>, _ second: Span<SortEntry>, into merged: inout ValueBuilder<SortEntry>)
  {
    var (one, other) = (0, 0)
    merged.reserve(first.count + second.count)
    while one < first.count && other < second.count {
      if comparison.precedes(second[other], first[one]) {
        merged.append(second[other])
        other += 1
      } else {
        merged.append(first[one])
        one += 1
      }
    }
    merged.append(contentsOf: first.extracting(one..<first.count))
    merged.append(contentsOf: second.extracting(other..<second.count))
  }

  /// Merges sorted runs, two neighbours at a time, each pair in as many parts as there are threads.
  func merge(_ runs: [Values<SortEntry>], on workers: Workers) throws -> Values<SortEntry> {
    var runs = runs
    while runs.count > 1 {
      var next: [Values<SortEntry>] = []
      for index in stride(from: 0, to: runs.count - 1, by: 2) {
        next.append(try merge(runs[index], runs[index + 1], on: workers))
      }
      if runs.count % 2 == 1 { next.append(runs[runs.count - 1]) }
      runs = next
    }
    return runs.first ?? Values([])
  }

  private func merge(
    _ first: Values<SortEntry>, _ second: Values<SortEntry>, on workers: Workers
  ) throws -> Values<SortEntry> {
    let count = workers.count
    // A part of the second run begins where the first entry of the first run's part would stand: behind what is less.
    let firstCuts = (0...count).map { first.count * $0 / count }
    let secondCuts = (0...count).map { part in
      part == 0 ? 0 : part == count ? second.count : place(of: first, firstCuts[part], in: second)
    }
    let parts = try workers.map(count) { part in
      var merged = ValueBuilder<SortEntry>()
      merge(
        first.span.extracting(firstCuts[part]..<firstCuts[part + 1]),
        second.span.extracting(secondCuts[part]..<secondCuts[part + 1]), into: &merged)
      return merged.freeze()
    }
    guard parts.count > 1 else { return parts[0] }
    var all = ValueBuilder<SortEntry>(capacity: first.count + second.count)
    for part in parts { all.append(contentsOf: part.span) }
    return all.freeze()
  }

  /// The number of entries of a sorted run that come before an entry of another run.
  private func place(of run: Values<SortEntry>, _ index: Int, in other: Values<SortEntry>) -> Int {
    guard index < run.count else { return other.count }
    let entry = run[index]
    var (low, high) = (0, other.count)
    while low < high {
      let middle = (low + high) / 2
      if comparison.precedes(other[middle], entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
