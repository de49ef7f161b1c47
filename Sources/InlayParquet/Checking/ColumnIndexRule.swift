import InlayBytes
import InlayColumns

/// The column index: for each data page whether it holds nulls only, their number, bounds, and the bounds' order
/// (PageIndex.md).
enum ColumnIndexRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    if let problem = chunk.inspection.columnIndexProblem {
      findings.add(.columnIndex, problem, at: chunk.place)
    }
    guard let index = chunk.inspection.columnIndex else { return }
    let isOrdered = chunk.columnOrder ?? .typeDefined == .typeDefined
    let comparison = isOrdered ? BoundComparison(chunk.leaf.node.element) : nil
    if let comparison { checkOrder(index, comparison, chunk.place, &findings) }
    guard chunk.hasAllPages else { return }
    guard index.nullPages.count == chunk.contents.count else {
      findings.add(
        .columnIndex,
        "the chunk has \(chunk.contents.count) data pages, the column index \(index.nullPages.count)",
        at: chunk.place)
      return
    }
    for (ordinal, contents) in chunk.contents.enumerated() {
      guard let contents else { continue }
      check(index, ordinal, contents, chunk.place(ofPage: ordinal), &findings)
      guard let comparison, !index.nullPages[ordinal] else { continue }
      let bounds = BoundComparison.Bounds(
        what: "the column index", min: index.minValues[ordinal], max: index.maxValues[ordinal])
      comparison.check(
        bounds, contents.values, .columnIndex, at: chunk.place(ofPage: ordinal), into: &findings)
    }
    checkHistograms(index, chunk, &findings)
  }

  private static func check(
    _ index: ColumnIndex, _ ordinal: Int, _ contents: PageContents, _ place: InlayError.Location,
    _ findings: inout FindingList
  ) {
    let isNull = contents.levels.presentCount == 0
    if index.nullPages[ordinal] != isNull {
      findings.add(
        .columnIndex,
        isNull
          ? "the page holds nulls only, and the column index does not say so"
          : "the column index says that the page holds nulls only; it has \(contents.levels.presentCount) values",
        at: place)
    }
    if let said = index.nullCounts?[ordinal], !contents.levels.possibleNullCounts.contains(said) {
      findings.compare(
        .columnIndex, "the page's number of nulls in the index", said: said,
        found: Int64(contents.levels.nullCount), at: place)
    }
    if let nanCounts = index.nanCounts, ordinal < nanCounts.count, let values = contents.values {
      findings.compare(
        .columnIndex, "the page's number of NaN in the index", said: nanCounts[ordinal],
        found: Int64(values.nanCount), at: place)
    }
  }

  /// The bounds of pages that do not hold nulls only, against the order that the index says.
  private static func checkOrder(
    _ index: ColumnIndex, _ comparison: BoundComparison, _ place: InlayError.Location,
    _ findings: inout FindingList
  ) {
    guard index.boundaryOrder != .unordered else { return }
    let pages = index.nullPages.indices.filter { !index.nullPages[$0] }
    for (first, second) in zip(pages, pages.dropFirst()) {
      for bounds in [index.minValues, index.maxValues] {
        guard let earlier = comparison.value(bounds[first]), let later = comparison.value(bounds[second])
        else { continue }
        let isWrong =
          index.boundaryOrder == .ascending ? later.isLess(than: earlier) : earlier.isLess(than: later)
        guard isWrong == true else { continue }
        var place = place
        place.page = second
        findings.add(
          .columnIndex,
          "the column index says \(index.boundaryOrder), and \(BoundComparison.text(later)) comes after "
            + BoundComparison.text(earlier), at: place)
        break
      }
    }
  }

  private static func checkHistograms(
    _ index: ColumnIndex, _ chunk: CheckedChunk, _ findings: inout FindingList
  ) {
    let pages = chunk.contents.compactMap(\.?.levels)
    guard pages.count == chunk.contents.count else { return }
    if index.definitionLevelHistograms?.isEmpty == false {
      findings.compare(
        .columnIndex, "the histograms of definition levels in the index",
        said: index.definitionLevelHistograms, found: pages.flatMap(\.definitionHistogram), at: chunk.place)
    }
    if index.repetitionLevelHistograms?.isEmpty == false {
      findings.compare(
        .columnIndex, "the histograms of repetition levels in the index",
        said: index.repetitionLevelHistograms, found: pages.flatMap(\.repetitionHistogram), at: chunk.place)
    }
  }
}
