import InlayBytes
import InlayColumns

/// Cuts the wanted rows out of the pages of a leaf of a nested column, whose entries need not be rows: their levels say
/// where a row begins.
struct EntrySlicer: ~Copyable {
  private let leaf: ColumnLeaf
  private let rows: Range<Int>
  private let limits: ParquetLimits
  /// The number of rows that began before the next page; those of the page before may go on in it.
  private var begunRowCount: Int
  private var keptRepetitions = ValueBuilder<UInt8>()
  private var keptDefinitions = ValueBuilder<UInt8>()
  private let keepsLevels: Bool
  private var entryCount = 0
  private var byteCount = 0

  /// Begins with the first page that holds some of the rows.
  init(_ leaf: ColumnLeaf, _ rows: Range<Int>, from page: DataPage?, keepsLevels: Bool, limits: ParquetLimits)
  {
    self.leaf = leaf
    self.rows = rows
    self.limits = limits
    self.keepsLevels = keepsLevels
    begunRowCount = page.map { $0.rows.lowerBound + ($0.continuesRow ? 1 : 0) } ?? 0
  }

  /// Whether the next page cannot hold any of the wanted rows.
  var isDone: Bool { begunRowCount > rows.upperBound }

  /// Returns the wanted part of the next page, with one slot for each element of the innermost list that the leaf is in.
  mutating func slice(_ page: DataPage, _ content: OpenPage, type: PhysicalType) throws -> PageSlice {
    try account(for: page)
    let (levels, skipped) =
      leaf.slots.repetition == 0 ? try rowLevels(page, content) : try elementLevels(page, content)
    if keepsLevels {
      keptRepetitions.append(contentsOf: levels.repetitions.span)
      keptDefinitions.append(contentsOf: levels.definitions.span)
    }
    let presence = levels.presence(at: leaf.definitionLevel, in: leaf.slots)
    let slotCount = presence.bits.count
    return PageSlice(
      values: EncodedValues(
        buffer: content.values, byteRange: content.valueRange, type: type, encoding: page.encoding,
        skippedCount: skipped, count: presence.isComplete ? slotCount : presence.bits.countOnes(),
        limits: limits),
      slotCount: slotCount, validity: presence.isComplete ? nil : presence.bits)
  }

  /// Hands over the levels of all slices.
  consuming func takeLevels() -> LeafLevels {
    LeafLevels(repetitions: keptRepetitions.freeze(), definitions: keptDefinitions.freeze())
  }

  /// Refuses more entries than the pages' bytes can account for: a few bytes may claim any number.
  private mutating func account(for page: DataPage) throws {
    entryCount += page.entries.clamped(to: leaf.slots.repetition == 0 ? rows : page.entries).count
    byteCount += page.uncompressedByteCount
    guard entryCount <= Swift.max(limits.nestedEntryCount, byteCount * 8) else {
      throw InlayError(
        .limitExceeded,
        "rows have more list elements than ParquetLimits.nestedEntryCount allows for their bytes: \(entryCount)"
      )
    }
  }

  /// Reads the levels of a page of a leaf that is in no list, so that an entry is a row; besides them, counts the values
  /// before the wanted ones.
  private mutating func rowLevels(
    _ page: DataPage, _ content: OpenPage
  ) throws -> (levels: LeafLevels, skipped: Int) {
    let wanted = page.entries.clamped(to: rows)
    let before = wanted.lowerBound - page.entries.lowerBound
    begunRowCount = page.entries.upperBound
    let nothing = Values<UInt8>([])
    guard leaf.definitionLevel > 0 else {
      let zeros = Self.zeros(wanted.count)
      return (LeafLevels(repetitions: nothing, definitions: zeros), before)
    }
    var reader = LevelDecoder(content.definitions.bytes, greatest: leaf.definitionLevel)
    let skipped = try reader.countGreatest(before)
    var definitions = ValueBuilder<UInt8>(capacity: wanted.count)
    try reader.read(wanted.count, into: &definitions)
    return (LeafLevels(repetitions: nothing, definitions: definitions.freeze()), skipped)
  }

  private static func zeros(_ count: Int) -> Values<UInt8> {
    var levels = ValueBuilder<UInt8>(capacity: count)
    levels.append(repeating: 0, count: count)
    return levels.freeze()
  }

  /// Reads the levels of a page of a leaf that is in lists, finds the wanted rows, and counts the values before them.
  private mutating func elementLevels(
    _ page: DataPage, _ content: OpenPage
  ) throws -> (levels: LeafLevels, skipped: Int) {
    let levels = try LeafLevels(page, content, of: leaf)
    let wanted = try find(page, levels.repetitions)
    let before = levels.definitions[0..<wanted.lowerBound].span
    let greatest = UInt8(leaf.definitionLevel)
    var skipped = 0
    for index in before.indices { skipped &+= before[index] == greatest ? 1 : 0 }
    return (levels[wanted], skipped)
  }

  /// Returns the entries of the wanted rows, and counts the rows that begin in the page.
  private mutating func find(_ page: DataPage, _ repetitions: Values<UInt8>) throws -> Range<Int> {
    let levels = repetitions.span
    let mayContinue = page.hasKnownRows ? page.continuesRow : page.ordinal > 0
    guard mayContinue || levels.isEmpty || levels[0] == 0 else {
      throw InlayError(
        .corrupt, "the first repetition level of a row is not 0, and no row goes on here: \(levels[0])")
    }
    let first = begunRowCount
    begunRowCount += repetitions.zeroCount
    guard page.hasKnownRows ? begunRowCount == page.rows.upperBound : begunRowCount <= page.rows.upperBound
    else {
      throw InlayError(
        .corrupt,
        "the page's levels begin other rows than those up to row \(page.rows.upperBound): \(begunRowCount)"
      )
    }
    let start = rows.lowerBound < first ? 0 : repetitions.place(ofZero: rows.lowerBound - first)
    let end =
      rows.upperBound >= begunRowCount ? levels.count : repetitions.place(ofZero: rows.upperBound - first)
    return start..<Swift.max(start, end)
  }
}

extension LeafLevels {
  /// Reads all levels of a page of a leaf that is in lists.
  init(_ page: DataPage, _ content: OpenPage, of leaf: ColumnLeaf) throws {
    repetitions = try Self.repetitions(page, content, of: leaf)
    var definitions = ValueBuilder<UInt8>()
    var reader = LevelDecoder(content.definitions.bytes, greatest: leaf.definitionLevel)
    try reader.read(page.entries.count, into: &definitions)
    self.definitions = definitions.freeze()
  }

  /// Reads the repetition levels of a page of a leaf that is in lists.
  static func repetitions(_ page: DataPage, _ content: OpenPage, of leaf: ColumnLeaf) throws -> Values<UInt8>
  {
    var repetitions = ValueBuilder<UInt8>()
    var reader = LevelDecoder(content.repetitions.bytes, greatest: leaf.slots.repetition)
    try reader.read(page.entries.count, into: &repetitions)
    return repetitions.freeze()
  }
}

extension Values<UInt8> {
  /// The number of levels of 0: of rows that begin.
  var zeroCount: Int {
    let levels = span
    var count = 0
    for index in levels.indices { count &+= levels[index] == 0 ? 1 : 0 }
    return count
  }

  /// The place of a level of 0, counted from 0; behind the last level when there are not so many.
  fileprivate func place(ofZero ordinal: Int) -> Int {
    let levels = span
    var left = ordinal
    for index in levels.indices where levels[index] == 0 {
      if left <= 0 { return index }
      left -= 1
    }
    return levels.count
  }
}
