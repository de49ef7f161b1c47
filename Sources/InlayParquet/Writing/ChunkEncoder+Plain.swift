import InlayBytes
import InlayColumns

extension ChunkEncoder where Entries: ~Copyable {
  /// Puts rows into plain pages; returns how many.
  func appendPlain(_ column: Column, from row: Int, present: Bitmap?) throws -> Int {
    let rows = row..<min(column.count, row + Self.rowsPerRun)
    let selection = RowSelection(rows, present: present)
    if case .dictionary(let dictionary) = column.storage {
      try values.load(dictionary.base.column, selection.resolved(in: dictionary))
    } else {
      try values.load(column, selection)
    }
    try appendRun(rows, present: present)
    return rows.count
  }

  /// Puts the values of the current run into plain pages.
  ///
  /// - Parameters:
  ///   - rows: The rows of the run.
  ///   - present: Which rows, counted as `rows` counts them, have a value; nil when all have.
  func appendRun(_ rows: Range<Int>, present: Bitmap?) throws {
    var row = rows.lowerBound
    var first = 0
    while row < rows.upperBound {
      var end = min(rows.upperBound, row + options.rowsPerPage - presence.rowCount)
      let count = present.map { $0[row..<end].countOnes() } ?? end - row
      let taken = values.appendPlain(
        from: first, count: count, to: &page, byteLimit: levelRoom + options.bytesPerPage)
      if taken < count { end = present.map { $0.index(after: taken, from: row) } ?? row + taken }
      presence.append(present, row..<end)
      row = end
      first += taken
      if presence.rowCount >= options.rowsPerPage || page.count >= levelRoom + options.bytesPerPage {
        try closePlainPage()
      }
    }
  }

  private var levelRoom: Int { isNullable ? Self.levelRoom : 0 }

  func beginPlainPage() {
    page.truncate(to: 0)
    page.append(repeating: 0, count: levelRoom)
  }

  func closePlainPage() throws {
    let bounds = values.takeBounds(of: page)
    let summary = PageSummary(
      rowCount: presence.rowCount, nullCount: presence.nullCount,
      bounds: options.writesStatistics ? bounds : nil)
    try writePlainPage(summary)
    presence.removeAll()
    beginPlainPage()
  }

  /// Writes the levels and the values in one piece: short levels find room before the values.
  private func writePlainPage(_ summary: PageSummary) throws {
    let levels = beginBody(0..<presence.rowCount)
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
