import InlayBytes

/// The levels: as many rows as the row group has, and pages that begin with a row where readers rely on that.
enum LevelsRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    if let whole = chunk.whole, whole.levels.rowCount != chunk.rowCount {
      findings.add(
        .levels, "the row group has \(chunk.rowCount) rows, the pages have \(whole.levels.rowCount)",
        at: chunk.place)
    }
    for (ordinal, contents) in chunk.contents.enumerated() {
      guard let contents, !contents.levels.beginsWithRow else { continue }
      // A page of the first version may go on with the row of the page before it, unless there is a page index.
      let mayContinue =
        ordinal > 0 && chunk.dataPages[ordinal].header.type == .data && chunk.inspection.offsetIndex == nil
      if !mayContinue {
        findings.add(
          .levels, "the page does not begin with a row: its first repetition level is not 0",
          at: chunk.place(ofPage: ordinal))
      }
    }
  }
}
