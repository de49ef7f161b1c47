import InlayBytes

/// The numbers of nulls, of NaN and of rows, in the statistics and in page headers.
enum NullCountRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    check(chunk.metadata?.statistics, chunk.whole, "chunk", chunk.place, &findings)
    for (ordinal, page) in chunk.dataPages.enumerated() where ordinal < chunk.contents.count {
      guard let contents = chunk.contents[ordinal] else { continue }
      let place = chunk.place(ofPage: ordinal)
      check(page.statistics, contents, "page", place, &findings)
      guard let header = page.header.dataV2 else { continue }
      findings.compare(
        .nullCount, "the page's number of nulls", said: Int(header.nullCount),
        found: contents.levels.nullCount, at: place)
      findings.compare(
        .levels, "the page's number of rows", said: Int(header.rowCount), found: contents.levels.rowCount,
        at: place)
    }
  }

  private static func check(
    _ statistics: Statistics?, _ contents: PageContents?, _ what: String, _ place: InlayError.Location,
    _ findings: inout FindingList
  ) {
    guard let statistics, let contents else { return }
    let isCounted = statistics.nullCount.map { contents.levels.possibleNullCounts.contains($0) }
    if isCounted != true {
      findings.compare(
        .nullCount, "the \(what)'s number of nulls", said: statistics.nullCount,
        found: Int64(contents.levels.nullCount), at: place)
    }
    guard let values = contents.values else { return }
    findings.compare(
      .nullCount, "the \(what)'s number of NaN", said: statistics.nanCount, found: Int64(values.nanCount),
      at: place)
  }
}
