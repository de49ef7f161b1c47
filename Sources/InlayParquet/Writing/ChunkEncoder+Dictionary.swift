import InlayBytes
import InlayColumns

extension ChunkEncoder where Entries: ~Copyable {
  /// Turns entries into codes, up to the end of a page or the next comparison of sizes; returns how far it came.
  func collect(_ entries: LeafEntries, from first: Int) throws -> Int {
    if isCodePageFull && entries.levels.beginsRow(at: first) { closeCodePage() }
    let room = min(trial.nextProbe - codePages.valueCount, Self.entriesPerRun)
    let run = entries.levels.entries(
      from: first, rowRoom: rowsPerCodePage - openRowCount, entryRoom: options.codesPerPage - openEntryCount,
      limit: min(entries.count, first + room))
    let selection = entries.selection(run)
    let coded = try appendCodes(entries.values, selection)
    let isCut = coded < selection.count
    let end = isCut ? entries.levels.index(after: coded, from: first) : run.upperBound
    levels.append(entries.levels, first..<end)
    if try isCut || isLost() { try giveUp() }
    return end
  }

  /// The rows of the page that is being filled.
  private var openRowCount: Int { levels.rowCount - codePages.rowCountOfFullPages }

  /// The entries of the page that is being filled.
  private var openEntryCount: Int { levels.entryCount - codePages.firstEntry }

  /// The most rows of a page, so that its codes stay within the bytes of a page whatever their width.
  private var rowsPerCodePage: Int { min(options.rowsPerPage, options.codesPerPage) }

  private var isCodePageFull: Bool {
    openRowCount >= rowsPerCodePage || openEntryCount >= options.codesPerPage
  }

  private func isLost() throws -> Bool {
    guard codePages.valueCount == trial.nextProbe else { return false }
    return trial.givesUp(at: try codePages.sizes(values))
  }

  /// Returns the number of values coded.
  private func appendCodes(_ column: Column, _ selection: RowSelection) throws -> Int {
    let byteLimit = options.dictionaryByteLimit
    guard case .dictionary(let dictionary) = column.storage else {
      try values.load(column, selection)
      return values.appendCodes(to: &codePages.codes, byteLimit: byteLimit)
    }
    if !baseCodes.isPrepared(for: dictionary.base) {
      // Another base may hold values that have codes already.
      if !baseCodes.isEmpty { values.prepareLookup() }
      baseCodes.prepare(for: dictionary.base)
    }
    return try baseCodes.append(
      dictionary, selection, to: &codePages.codes, entries: &values, byteLimit: byteLimit)
  }

  private func closeCodePage() {
    codePages.closePage(
      at: levels.entryCount, rowCount: openRowCount, entries: &values,
      wants: .init(bounds: options.writesStatistics, byteCounts: countsBytes))
  }

  /// Writes the chunk with its dictionary, or without it when that is smaller.
  func finishCollecting() throws {
    if openEntryCount > 0 { closeCodePage() }
    guard trial.wins(with: try codePages.sizes(values)) else { return try giveUp() }
    try values.writeEntries(to: &pages, policy.dictionaryEncoding)
    if policy == .automatic, let smaller = try encodingSmallerThanDictionary() {
      pages.removeAll()
      pageEncoding = smaller
      return try giveUp()
    }
    for page in codePages.pages { try write(page) }
    forgetCodes()
    levels.removeAll()
  }

  private func write(_ page: CodePages.Page) throws {
    let levels = beginBody(page.entries)
    codePages.append(page, to: &body)
    let summary = PageSummary(
      rowCount: page.rowCount, entryCount: page.entries.count,
      nullCount: page.entries.count - page.valueCount, bounds: page.bounds,
      sizes: sizes(page.entries, byteArrayByteCount: page.byteArrayByteCount))
    try pages.appendData(body, levels, policy.dictionaryEncoding, summary)
  }

  /// Turns the codes back into values and goes on without a dictionary.
  private func giveUp() throws {
    isCollecting = false
    let collected = levels.take()
    for page in codePages.pages {
      let codes = try codePages.unpacked(page)
      values.loadEntries(codes)
      try appendRun(collected, page.entries)
    }
    values.loadEntries(codePages.codes)
    try appendRun(collected, codePages.firstEntry..<collected.count)
    forgetCodes()
  }

  private func forgetCodes() {
    values.unload()
    values.removeEntries()
    codePages.removeAll()
    baseCodes.removeAll()
  }
}
