import InlayBytes

/// Page headers: readable up to the last value, of known kinds, and with numbers that can be.
enum PageHeaderRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    if let problem = chunk.inspection.pageProblem { findings.add(.pageHeader, problem, at: chunk.place) }
    var ordinal = 0
    for page in chunk.inspection.pages {
      var place = chunk.place
      place.byteOffset = page.offset
      if page.isData {
        place.page = ordinal
        ordinal += 1
      }
      check(page, place, &findings)
    }
    guard chunk.hasAllPages, let metadata = chunk.metadata else { return }
    let count = chunk.dataPages.reduce(0) { $0 + Int64($1.valueCount ?? 0) }
    findings.compare(
      .pageHeader, "the chunk's number of values", said: metadata.valueCount, found: count, at: chunk.place)
  }

  private static func check(_ page: Page, _ place: InlayError.Location, _ findings: inout FindingList) {
    if page.header.uncompressedByteCount < 0 {
      findings.add(
        .pageHeader, "the page's size before compression is negative: \(page.header.uncompressedByteCount)",
        at: place)
    }
    guard let count = page.valueCount else {
      findings.add(.pageHeader, "the page is of no known kind: \(page.header.type)", at: place)
      return
    }
    if count < 0 {
      findings.add(.pageHeader, "the page's number of values is negative: \(count)", at: place)
    }
    guard let data = page.header.dataV2 else { return }
    if data.rowCount < 0 || data.rowCount > data.valueCount {
      findings.add(
        .pageHeader, "a page of \(data.valueCount) values cannot have so many rows: \(data.rowCount)",
        at: place)
    }
    if data.nullCount < 0 || data.nullCount > data.valueCount {
      findings.add(
        .pageHeader, "a page of \(data.valueCount) values cannot have so many nulls: \(data.nullCount)",
        at: place)
    }
  }
}
