import InlayBytes
import InlayColumns

// Columns that are mostly empty, or sorted, repeat short values: such a run is searched once.
extension ByteValues {
  /// Where the runs of equal short values in a block begin, and what is worked out for them.
  struct Runs: ~Copyable {
    var starts = ValueBuilder<UInt32>()
    var values = ValueBuilder<ByteView>()
    var codes = ValueBuilder<UInt32>()
  }

  /// The number of values that tell whether a block is worth a look.
  private static var sampleSize: Int { 64 }

  /// Finds where runs begin; returns whether they are few enough for the block to be searched by runs.
  static func findRuns(in views: Span<ByteView>, _ runs: inout Runs) -> Bool {
    guard views.count >= 2 * sampleSize else { return false }
    findStarts(in: views.extracting(first: sampleSize), &runs.starts)
    guard runs.starts.count <= sampleSize / 2 else { return false }
    findStarts(in: views, &runs.starts)
    return runs.starts.count <= views.count / 2
  }

  /// Which values begin a run is as good as random: no branch.
  private static func findStarts(in views: Span<ByteView>, _ starts: inout ValueBuilder<UInt32>) {
    starts.truncate(to: 0)
    var count = 0
    // No value of its own: a length that no view has.
    var last = ByteView(low: .max, high: 0)
    starts.append(count: views.count) { starts in
      for index in views.indices {
        // Safe: there is a place for each view, and `count` never exceeds `index`.
        let view = unsafe views[unchecked: index]
        unsafe starts[unchecked: count] = UInt32(truncatingIfNeeded: index)
        let repeats = (view.low ^ last.low) | (view.high ^ last.high) == 0 && view.isInline
        count &+= repeats ? 0 : 1
        last = view
      }
    }
    starts.truncate(to: count)
  }

  /// Appends the codes of a block whose runs were found; returns the number of values coded.
  mutating func appendCodes(
    ofRunsIn views: Span<ByteView>, to codes: inout ValueBuilder<UInt32>, _ block: inout LookupBlock,
    _ byteLimit: Int
  ) -> Int {
    var runs = Runs()
    swap(&runs, &block.runs)
    defer { swap(&runs, &block.runs) }
    runs.values.truncate(to: 0)
    for index in 0..<runs.starts.count { runs.values.append(views[Int(runs.starts[index])]) }
    var found = ValueBuilder<UInt32>()
    swap(&found, &runs.codes)
    defer { swap(&found, &runs.codes) }
    found.truncate(to: 0)
    let taken = searchCodes(of: runs.values.span, to: &found, &block, byteLimit)
    for index in 0..<taken {
      let end = index + 1 < runs.starts.count ? Int(runs.starts[index + 1]) : views.count
      codes.append(repeating: found[index], count: end - Int(runs.starts[index]))
    }
    return taken < runs.starts.count ? Int(runs.starts[taken]) : views.count
  }
}
