import InlayBytes

/// The offset index: a place for each data page, its header counted, and the first row (PageIndex.md).
enum OffsetIndexRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    if let problem = chunk.inspection.offsetIndexProblem {
      findings.add(.offsetIndex, problem, at: chunk.place)
    }
    guard let index = chunk.inspection.offsetIndex, chunk.hasAllPages else { return }
    let pages = chunk.dataPages
    guard index.pageLocations.count == pages.count else {
      findings.add(
        .offsetIndex,
        "the chunk has \(pages.count) data pages, the offset index \(index.pageLocations.count)",
        at: chunk.place)
      return
    }
    var firstRow: Int64? = 0
    for (ordinal, (location, page)) in zip(index.pageLocations, pages).enumerated() {
      let place = chunk.place(ofPage: ordinal)
      findings.compare(
        .offsetIndex, "the page's offset in the index", said: location.offset, found: Int64(page.offset),
        at: place)
      findings.compare(
        .offsetIndex, "the page's size in the index", said: Int(location.compressedByteCount),
        found: page.byteCount, at: place)
      if let firstRow {
        findings.compare(
          .offsetIndex, "the page's first row in the index", said: location.firstRow, found: firstRow,
          at: place)
      }
      firstRow = rowCount(chunk, ordinal).flatMap { count in firstRow.map { $0 + Int64(count) } }
    }
    checkSizes(index, chunk, &findings)
  }

  /// The rows of a page; nil where a page of a repeated column cannot be read.
  private static func rowCount(_ chunk: CheckedChunk, _ ordinal: Int) -> Int? {
    if let contents = chunk.contents[ordinal] { return contents.levels.rowCount }
    return chunk.leaf.node.repetitionLevel == 0 ? chunk.dataPages[ordinal].valueCount : nil
  }

  private static func checkSizes(
    _ index: OffsetIndex, _ chunk: CheckedChunk, _ findings: inout FindingList
  ) {
    guard let sizes = index.byteArrayByteCounts else { return }
    guard sizes.count == chunk.contents.count else {
      findings.add(
        .offsetIndex,
        "the chunk has \(chunk.contents.count) data pages, the offset index sizes of byte arrays for \(sizes.count)",
        at: chunk.place)
      return
    }
    for (ordinal, contents) in chunk.contents.enumerated() {
      guard let found = contents?.values?.byteCount else { continue }
      findings.compare(
        .offsetIndex, "the bytes of the page's byte arrays", said: sizes[ordinal], found: Int64(found),
        at: chunk.place(ofPage: ordinal))
    }
  }
}
