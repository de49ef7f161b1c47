import InlayBytes

/// How many values stand at each level.
struct LevelCounts: Hashable {
  /// The number of rows: of values that begin one.
  var rowCount = 0
  /// The number of values, nulls counted.
  var valueCount = 0
  /// The number of values that are not null.
  var presentCount = 0
  /// The number of values that are null rather than stand for a list without elements.
  var nullElementCount = 0
  /// Whether the first value begins a row.
  var beginsWithRow = true
  /// For each definition level the number of values.
  var definitionHistogram: [Int64] = []
  /// For each repetition level the number of values.
  var repetitionHistogram: [Int64] = []

  /// The number of values that are null, or stand for a list without elements.
  var nullCount: Int { valueCount - presentCount }
  /// The numbers of nulls that writers come to: parquet-java counts each place without a value, and so does Arrow at
  /// times; at others it counts nulls within lists only.
  var possibleNullCounts: ClosedRange<Int64> {
    Int64(Swift.min(nullElementCount, nullCount))...Int64(nullCount)
  }

  /// Adds those of another page of the same chunk.
  mutating func add(_ other: LevelCounts) {
    rowCount += other.rowCount
    valueCount += other.valueCount
    presentCount += other.presentCount
    nullElementCount += other.nullElementCount
    Self.add(&definitionHistogram, other.definitionHistogram)
    Self.add(&repetitionHistogram, other.repetitionHistogram)
  }

  private static func add(_ sums: inout [Int64], _ others: [Int64]) {
    for (level, count) in others.enumerated() {
      if level < sums.count { sums[level] += count } else { sums.append(count) }
    }
  }
}

// MARK: - Counting

extension LevelCounts {
  /// Counts the values of a page at each level.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when levels are missing, or beyond those of the leaf.
  init(_ page: OpenPage, of leaf: ColumnLeaf, valueCount: Int) throws {
    self.valueCount = valueCount
    definitionHistogram = try Self.histogram(page.definitions, valueCount, greatest: leaf.definitionLevel)
    repetitionHistogram = try Self.histogram(page.repetitions, valueCount, greatest: leaf.slots.repetition)
    beginsWithRow = try Self.beginsWithRow(page.repetitions, valueCount, greatest: leaf.slots.repetition)
    presentCount = Int(definitionHistogram[leaf.definitionLevel])
    nullElementCount = Int(definitionHistogram[leaf.slots.definition...].reduce(0, +)) - presentCount
    rowCount = Int(repetitionHistogram[0])
  }

  /// Whether the first value of a page begins a row.
  private static func beginsWithRow(_ bytes: Buffer, _ count: Int, greatest: Int) throws -> Bool {
    try greatest == 0 || count == 0 || histogram(bytes, 1, greatest: greatest)[0] == 1
  }

  private static func histogram(_ bytes: Buffer, _ count: Int, greatest: Int) throws -> [Int64] {
    var histogram = [Int64](repeating: 0, count: greatest + 1)
    guard greatest > 0 else {
      histogram[0] = Int64(count)
      return histogram
    }
    var decoder = LevelDecoder(bytes.bytes, greatest: greatest)
    var room = ValueBuilder<UInt8>()
    var left = count
    while left > 0 {
      let step = Swift.min(left, 4_096)
      room.truncate(to: 0)
      try decoder.read(step, into: &room)
      let levels = room.span
      for index in levels.indices { histogram[Int(levels[index])] += 1 }
      left -= step
    }
    return histogram
  }
}
