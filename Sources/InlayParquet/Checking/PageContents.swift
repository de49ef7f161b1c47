import InlayColumns

/// What a page, or a whole chunk, turned out to hold.
struct PageContents {
  /// What the levels say.
  var levels: LevelCounts
  /// What the values are; nil where they cannot be decoded.
  var values: ValueFacts?

  init(levels: LevelCounts, values: ValueFacts?) {
    self.levels = levels
    self.values = values
  }

  /// Joins the pages of a chunk; nil when one of them could not be read.
  init?(joining pages: [PageContents?]) {
    var levels = LevelCounts()
    var values: ValueFacts? = ValueFacts()
    for page in pages {
      guard let page else { return nil }
      levels.add(page.levels)
      if let more = page.values { values?.formUnion(more) } else { values = nil }
    }
    self.init(levels: levels, values: values)
  }
}

/// How many values stand at each level.
struct LevelCounts: Hashable {
  /// The number of rows: of values that begin one.
  var rowCount = 0
  /// The number of values, nulls counted.
  var valueCount = 0
  /// The number of values that are not null.
  var presentCount = 0
  /// Whether the first value begins a row.
  var beginsWithRow = true
  /// For each definition level the number of values.
  var definitionHistogram: [Int64] = []
  /// For each repetition level the number of values.
  var repetitionHistogram: [Int64] = []

  /// The number of values that are null, or stand for an empty list.
  var nullCount: Int { valueCount - presentCount }
  /// The numbers of nulls that writers come to: all of these, or those within lists only.
  var possibleNullCounts: ClosedRange<Int64> {
    let all = Int64(nullCount)
    guard repetitionHistogram.count > 1, definitionHistogram.count > 1 else { return all...all }
    return 0...Swift.max(all, 0)
  }

  /// Adds those of another page of the same chunk.
  mutating func add(_ other: LevelCounts) {
    rowCount += other.rowCount
    valueCount += other.valueCount
    presentCount += other.presentCount
    Self.add(&definitionHistogram, other.definitionHistogram)
    Self.add(&repetitionHistogram, other.repetitionHistogram)
  }

  private static func add(_ sums: inout [Int64], _ others: [Int64]) {
    for (level, count) in others.enumerated() {
      if level < sums.count { sums[level] += count } else { sums.append(count) }
    }
  }
}
