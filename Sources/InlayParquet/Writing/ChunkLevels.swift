import InlayBytes
import InlayColumns

/// The levels of the entries of a column chunk, or of the plain page that is being filled, collected batch by batch.
///
/// A column without lists and structures has one bit an entry at most; the others have a byte for each kind of level.
struct ChunkLevels: ~Copyable {
  private let definitionLevel: Int
  private let repetitionLevel: Int
  private var presence = Presence()
  // Empty where `presence` or the rows say it all.
  private var definition = ValueBuilder<UInt8>()
  private var repetition = ValueBuilder<UInt8>()
  /// The number of rows that begin with these entries.
  private(set) var rowCount = 0

  init(_ path: LeafPath) {
    definitionLevel = path.definitionLevel
    repetitionLevel = path.repetitionLevel
  }

  /// The number of entries.
  var entryCount: Int { presence.rowCount }
  /// How many of them have no value.
  var nullCount: Int { presence.nullCount }
  /// How many of them have one.
  var valueCount: Int { presence.valueCount }

  /// Adds some entries of a batch.
  mutating func append(_ levels: EntryLevels, _ entries: Range<Int>) {
    presence.append(levels.present, entries)
    rowCount += levels.rowCount(in: entries)
    if definitionLevel > 1 {
      if let known = levels.definition {
        definition.append(contentsOf: known[entries].span)
      } else {
        definition.append(repeating: UInt8(definitionLevel), count: entries.count)
      }
    }
    if let known = levels.repetition { repetition.append(contentsOf: known[entries].span) }
  }

  /// Hands the levels of all entries over as those of a batch, and begins anew.
  mutating func take() -> EntryLevels {
    var taken = EntryLevels(count: entryCount, present: presence.bitmap())
    if definitionLevel > 1 { taken.definition = definition.taken() }
    if repetitionLevel > 0 { taken.repetition = repetition.taken() }
    removeAll()
    return taken
  }

  /// Begins anew; the memory stays.
  mutating func removeAll() {
    presence.removeAll()
    definition.truncate(to: 0)
    repetition.truncate(to: 0)
    rowCount = 0
  }
}

// MARK: - Encoding

extension ChunkLevels {
  /// Appends the levels of some entries as a data page has them (README.md, "Data Pages"); one of the first version
  /// has their length before them.
  mutating func encode(
    _ entries: Range<Int>, _ version: DataPageVersion, into output: inout ValueBuilder<UInt8>
  ) -> LevelByteCounts {
    var sizes = LevelByteCounts()
    if repetitionLevel > 0 {
      let start = Self.begin(version, &output)
      Self.encode(repetition.span.extracting(entries), repetitionLevel, into: &output)
      sizes.repetition = Self.end(version, start, &output)
    }
    guard definitionLevel > 0 else { return sizes }
    let start = Self.begin(version, &output)
    if definitionLevel > 1 {
      Self.encode(definition.span.extracting(entries), definitionLevel, into: &output)
    } else {
      presence.encodeLevels(entries, into: &output)
    }
    sizes.definition = Self.end(version, start, &output)
    return sizes
  }

  /// Returns how many of some entries stand at each level, where that says more than the number of nulls.
  func histograms(_ entries: Range<Int>) -> PageSizes {
    var sizes = PageSizes()
    if repetitionLevel > 0 {
      sizes.repetition = Self.histogram(repetition.span.extracting(entries), repetitionLevel)
    }
    if definitionLevel > 1 {
      sizes.definition = Self.histogram(definition.span.extracting(entries), definitionLevel)
    }
    return sizes
  }

  private static func histogram(_ levels: Span<UInt8>, _ greatest: Int) -> [Int64] {
    var counts = [Int64](repeating: 0, count: greatest + 1)
    var histogram = counts.mutableSpan
    for index in levels.indices { histogram[Int(levels[index])] &+= 1 }
    return counts
  }

  private static func encode(
    _ levels: Span<UInt8>, _ greatest: Int, into output: inout ValueBuilder<UInt8>
  ) {
    var numbers = ValueBuilder<UInt32>(capacity: levels.count)
    numbers.append(count: levels.count) { room in
      for index in levels.indices { room[index] = UInt32(levels[index]) }
    }
    HybridEncoder.encode(
      numbers.span, bitWidth: BitPacker.bitWidth(ofNumbersBelow: greatest + 1), into: &output)
  }

  /// Makes room for a length where there is one; returns where the levels' bytes begin, that counted.
  private static func begin(_ version: DataPageVersion, _ output: inout ValueBuilder<UInt8>) -> Int {
    defer { if version == .v1 { output.append(littleEndian: UInt32(0)) } }
    return output.count
  }

  /// Fills the length in; returns the bytes that the levels take with it.
  private static func end(
    _ version: DataPageVersion, _ start: Int, _ output: inout ValueBuilder<UInt8>
  ) -> Int {
    if version == .v1 {
      let count = UInt32(output.count - start - 4)
      for byte in 0..<4 { output[start + byte] = UInt8(truncatingIfNeeded: count >> UInt32(byte * 8)) }
    }
    return output.count - start
  }
}

extension ValueBuilder<UInt8> {
  /// Hands over what was collected.
  fileprivate mutating func taken() -> Values<UInt8> {
    var full = ValueBuilder<UInt8>()
    swap(&full, &self)
    return full.freeze()
  }
}
