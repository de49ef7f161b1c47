import InlayBytes
import InlayColumns

/// The values of a column of fixed width.
///
/// The encoder above is generic and a class, so the compiler does not specialise what it calls by itself: the functions
/// with a loop ask for it.
struct WordValues<Word: StoredWord>: ChunkValues, ~Copyable {
  private let order: ValueOrder
  let byteWidth: Int
  // The current run.
  var run = ValueBuilder<Word>()
  var entries = ValueBuilder<Word>()
  var table = CodeTable()
  // Whether `table` knows all entries.
  private var isHashed = false
  // The hashes of a block of values.
  var hashes = ValueBuilder<UInt64>()
  // A 1 for each entry that occurs in the page that is being surveyed.
  private var seen = ValueBuilder<UInt8>()
  // The bounds of the plain page.
  private var extremes: (min: Word, max: Word)?

  init(_ layout: ColumnLayout) {
    order = layout.order
    byteWidth = layout.byteWidth ?? MemoryLayout<Word>.size
  }

  static var allowsDictionary: Bool { true }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func load(_ column: Column, _ selection: RowSelection) throws {
    run.truncate(to: 0)
    try Word.append(column, selection, to: &run)
  }

  mutating func unload() {}
}

// MARK: - Dictionary

extension WordValues {
  var entryCount: Int { entries.count }
  var dictionaryByteCount: Int { entries.count * byteWidth }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32? {
    try load(column, RowSelection(row..<row + 1, present: nil))
    if isHashed { return code(of: run[0], limit: byteLimit / byteWidth) }
    guard dictionaryByteCount + byteWidth <= byteLimit else { return nil }
    entries.append(run[0])
    return UInt32(entries.count - 1)
  }

  mutating func code(of word: Word, limit: Int) -> UInt32? {
    let hash = word.hash
    if let code = table.find(hash: hash, isSame: { unsafe entries.span[unchecked: Int($0)] == word }) {
      return code
    }
    guard entries.count < limit else { return nil }
    entries.append(word)
    return table.code(hash: hash) { _ in false }
  }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func prepareLookup() {
    guard !isHashed else { return }
    for index in 0..<entries.count { _ = table.code(hash: entries[index].hash) { _ in false } }
    isHashed = true
  }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func bounds(of codes: borrowing ValueBuilder<UInt32>) -> ValueBounds? {
    seen.append(repeating: 0, count: entries.count - seen.count)
    codes.mark(in: &seen)
    run.truncate(to: 0)
    for index in 0..<entries.count where seen[index] != 0 {
      run.append(entries[index])
      seen[index] = 0
    }
    let found = Word.extremes(run.span, order)
    return found.map { bounds($0) }
  }

  func leastPlainByteCount(valueCount: Int) -> Int { valueCount * byteWidth }

  func plainByteCount(of codes: borrowing ValueBuilder<UInt32>) -> Int { codes.count * byteWidth }

  func writeEntries(to pages: inout PageWriter, _ encoding: Encoding) throws {
    var page = ValueBuilder<UInt8>(capacity: dictionaryByteCount)
    Word.encode(entries.span, byteWidth: byteWidth, into: &page)
    try pages.appendDictionary(page, count: entries.count, for: encoding)
  }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func loadEntries(_ codes: borrowing ValueBuilder<UInt32>) {
    run.truncate(to: 0)
    run.reserve(codes.count)
    for index in 0..<codes.count { run.append(entries[Int(codes[index])]) }
  }

  mutating func removeEntries() {
    entries.truncate(to: 0)
    seen.truncate(to: 0)
    if isHashed { table.removeAll() }
    isHashed = false
  }
}

// MARK: - Plain

extension WordValues {
  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func appendPlain(
    from first: Int, count: Int, to page: inout ValueBuilder<UInt8>, byteLimit: Int
  ) -> Int {
    let room = (byteLimit - page.count + byteWidth - 1) / byteWidth
    let taken = min(count, max(room, 0))
    let found = encode(first..<first + taken, into: &page)
    if let found { widen(to: found) }
    return taken
  }

  /// Appends values of the current run; returns the least and the greatest of them.
  private func encode(_ range: Range<Int>, into page: inout ValueBuilder<UInt8>) -> (min: Word, max: Word)? {
    let values = run.span.extracting(range)
    Word.encode(values, byteWidth: byteWidth, into: &page)
    return Word.extremes(values, order)
  }

  private mutating func widen(to found: (min: Word, max: Word)) {
    guard let known = extremes else {
      extremes = found
      return
    }
    let candidates: InlineArray<4, Word> = [known.min, known.max, found.min, found.max]
    extremes = Word.extremes(candidates.span, order)
  }

  mutating func takeBounds(of page: borrowing ValueBuilder<UInt8>) -> ValueBounds? {
    defer { extremes = nil }
    return extremes.map { bounds($0) }
  }

  private func bounds(_ extremes: (min: Word, max: Word)) -> ValueBounds {
    ValueBounds(min: bytes(extremes.min), max: bytes(extremes.max))
  }

  private func bytes(_ word: Word) -> [UInt8] {
    var output = ValueBuilder<UInt8>()
    let single: InlineArray<1, Word> = [word]
    Word.encode(single.span, byteWidth: byteWidth, into: &output)
    return (0..<output.count).map { output[$0] }
  }
}
