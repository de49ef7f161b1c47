import InlayBytes
import InlayColumns

extension ChunkEncoder where Entries: ~Copyable {
  /// Puts entries into plain pages; returns how far it came.
  func appendPlain(_ entries: LeafEntries, from first: Int) throws -> Int {
    let run = first..<min(entries.count, first + Self.entriesPerRun)
    let selection = entries.selection(run)
    if case .dictionary(let dictionary) = entries.values.storage {
      try values.load(dictionary.base.column, selection.resolved(in: dictionary))
    } else {
      try values.load(entries.values, selection)
    }
    try appendRun(entries.levels, run)
    return run.upperBound
  }

  /// Puts the values of the current run into plain pages.
  ///
  /// - Parameters:
  ///   - batch: The levels of the entries that the run is a part of.
  ///   - entries: The entries of the run.
  func appendRun(_ batch: EntryLevels, _ entries: Range<Int>) throws {
    var entry = entries.lowerBound
    var first = 0
    while entry < entries.upperBound {
      if isPageFull && batch.beginsRow(at: entry) { try closePlainPage() }
      let (end, taken) = appendPart(batch, entry..<entries.upperBound, firstValue: first)
      levels.append(batch, entry..<end)
      entry = end
      first += taken
    }
  }

  /// Appends entries to the plain page until it is full, or else to the end of the row that made it full: a row never
  /// continues on the next page (PageIndex.md).
  private func appendPart(
    _ batch: EntryLevels, _ entries: Range<Int>, firstValue: Int
  ) -> (end: Int, valueCount: Int) {
    let wasFull = page.count >= byteLimit
    let part = batch.entries(
      from: entries.lowerBound, rowRoom: wasFull ? 0 : max(options.rowsPerPage - levels.rowCount, 0),
      entryRoom: options.entriesPerPage - levels.entryCount, limit: entries.upperBound)
    let count = batch.valueCount(in: part)
    let taken = values.appendPlain(
      from: firstValue, count: count, to: &page, byteLimit: wasFull ? Self.unlimited : byteLimit)
    let isCut = taken < count || !wasFull && page.count >= byteLimit
    return (isCut ? batch.index(after: taken, from: part.lowerBound) : part.upperBound, taken)
  }

  /// The bytes of a page, with the room for its levels, from which on it is full.
  private var byteLimit: Int { levelRoom + options.bytesPerPage }
  /// More bytes than a page can have.
  private static var unlimited: Int { 1 << 40 }

  private var isPageFull: Bool {
    page.count >= byteLimit || levels.rowCount >= options.rowsPerPage
      || levels.entryCount >= options.entriesPerPage
  }

  func beginPlainPage() {
    page.truncate(to: 0)
    page.append(repeating: 0, count: levelRoom)
  }

  func closePlainPage() throws {
    let bounds = values.takeBounds(of: page)
    let summary = PageSummary(
      rowCount: levels.rowCount, entryCount: levels.entryCount, nullCount: levels.nullCount,
      bounds: options.writesStatistics ? bounds : nil,
      sizes: sizes(0..<levels.entryCount, byteArrayByteCount: countsBytes ? byteArrayByteCount : nil))
    try write(summary, as: try chosenEncoding())
    levels.removeAll()
    beginPlainPage()
  }

  /// The bytes of the page's values, each of which has its length in four bytes before it.
  private var byteArrayByteCount: Int { page.count - levelRoom - 4 * levels.valueCount }

  /// The encoding of the page that is being closed, and of those behind it once a value has decided.
  private func chosenEncoding() throws -> Encoding {
    if let pageEncoding { return pageEncoding }
    // Nulls alone say nothing of the values to come.
    guard levels.valueCount > 0 else { return .plain }
    let encoding = try smallestEncodingOfPage()
    pageEncoding = encoding
    return encoding
  }

  private func write(_ summary: PageSummary, as encoding: Encoding) throws {
    guard encoding != .plain else { return try writePlainPage(summary) }
    let levels = beginBody(0..<self.levels.entryCount)
    valueEncoder.encode(page, from: levelRoom, count: self.levels.valueCount, as: encoding, into: &body)
    try pages.appendData(body, levels, encoding, summary)
  }

  /// Writes the levels and the values in one piece: short levels find room before the values.
  private func writePlainPage(_ summary: PageSummary) throws {
    let levels = beginBody(0..<levels.entryCount)
    guard levels.total <= levelRoom else {
      body.append(page, from: levelRoom)
      return try pages.appendData(body, levels, .plain, summary)
    }
    let start = levelRoom - body.count
    for index in 0..<body.count { page[start + index] = body[index] }
    try pages.appendData(page, from: start, levels, .plain, summary)
  }
}

extension ValueBuilder<UInt8> {
  /// Adds what another builder holds from `start` on.
  fileprivate mutating func append(_ other: borrowing ValueBuilder<UInt8>, from start: Int) {
    append(bytes: other.rawSpan.extracting(droppingFirst: start))
  }
}

extension Bitmap {
  /// Returns the index behind the `ones`-th 1 from `start` on; there are that many.
  func index(after ones: Int, from start: Int) -> Int {
    var left = ones
    var index = start
    while left > 0 {
      let word = word(at: index)
      let inWord = word.nonzeroBitCount
      guard inWord >= left else {
        left -= inWord
        index += 64
        continue
      }
      var rest = word
      for _ in 1..<left { rest &= rest - 1 }
      return index + rest.trailingZeroBitCount + 1
    }
    return index
  }
}
