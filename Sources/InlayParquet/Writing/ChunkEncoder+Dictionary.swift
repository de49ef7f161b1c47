import InlayBytes
import InlayColumns

extension ChunkEncoder where Entries: ~Copyable {
  /// Turns rows into codes, up to the end of a page or the next comparison of sizes; returns how many.
  func collect(_ column: Column, from row: Int, present: Bitmap?) throws -> Int {
    let room = min(rowsPerCodePage - openRowCount, trial.nextProbe - codePages.valueCount, Self.rowsPerRun)
    let rows = row..<min(column.count, row + room)
    let selection = RowSelection(rows, present: present)
    let coded = try appendCodes(column, selection)
    let taken = coded == selection.count ? rows : selection.rowsThrough(coded)
    presence.append(present, taken)
    if openRowCount == rowsPerCodePage { closeCodePage() }
    if try coded < selection.count || isLost() { try giveUp() }
    return taken.count
  }

  /// The rows of the page that is being filled.
  private var openRowCount: Int { presence.rowCount - codePages.firstRow }

  /// The most rows of a page, so that its codes stay within the bytes of a page whatever their width.
  private var rowsPerCodePage: Int { max(1, min(options.rowsPerPage, options.bytesPerPage / 4)) }

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
      at: presence.rowCount, entries: &values, wantsBounds: options.writesStatistics)
  }

  /// Writes the chunk with its dictionary, or without it when that is smaller.
  func finishCollecting() throws {
    if openRowCount > 0 { closeCodePage() }
    guard trial.wins(with: try codePages.sizes(values)) else { return try giveUp() }
    try values.writeEntries(to: &pages)
    for page in codePages.pages { try write(page) }
    forgetCodes()
    presence.removeAll()
  }

  private func write(_ page: CodePages.Page) throws {
    let levels = beginBody(page.rows)
    codePages.append(page, to: &body)
    let summary = PageSummary(
      rowCount: page.rows.count, nullCount: page.rows.count - page.valueCount, bounds: page.bounds)
    try pages.appendData(body, levels, .rleDictionary, summary)
  }

  /// Turns the codes back into values and goes on without a dictionary.
  private func giveUp() throws {
    isCollecting = false
    let rowCount = presence.rowCount
    let present = presence.bitmap()
    presence.removeAll()
    for page in codePages.pages {
      let codes = try codePages.unpacked(page)
      values.loadEntries(codes)
      try appendRun(page.rows, present: present)
    }
    values.loadEntries(codePages.codes)
    try appendRun(codePages.firstRow..<rowCount, present: present)
    forgetCodes()
  }

  private func forgetCodes() {
    values.unload()
    values.removeEntries()
    codePages.removeAll()
    baseCodes.removeAll()
  }
}
