import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// The pages that hold some of the rows of the row group; for the first who asks for a part of the rows of a column in
  /// lists, O(levels) where neither the page headers nor the offset index says which rows a page holds.
  func pages(holding rows: Range<Int>) throws -> ArraySlice<DataPage> {
    guard !rows.isEmpty else { return [] }
    let located = try pages()
    if rows == 0..<extent.rowCount { return located.pages[...] }
    return try (located.hasKnownRows ? located : pagesWithRows()).pages(holding: rows)
  }

  /// Returns the pages, each with the rows that it holds.
  func findRows(_ located: PageLocator) throws -> PageLocator {
    var located = located
    located.setRows(try indexedRows(located) ?? countedRows(located))
    return located
  }

  /// The rows of each page as the offset index has them; nil without one that goes with the pages.
  ///
  /// Where there is an offset index no row goes on in another page (parquet.thrift, `OffsetIndex`).
  private func indexedRows(_ located: PageLocator) -> [(rows: Range<Int>, continuesRow: Bool)]? {
    guard let index = try? file.offsetIndex(rowGroup: rowGroup, leaf: leaf.position),
      index.pageLocations.count == located.pages.count, index.pageLocations.first?.firstRow == 0
    else { return nil }
    var starts = index.pageLocations.compactMap { Int(exactly: $0.firstRow) }
    starts.append(extent.rowCount)
    guard starts.count == located.pages.count + 1, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return zip(starts, starts.dropFirst()).map { ($0..<$1, false) }
  }

  /// The rows of each page by its repetition levels.
  private func countedRows(_ located: PageLocator) throws -> [(rows: Range<Int>, continuesRow: Bool)] {
    var reader = try PageReader(self)
    var begun = 0
    return try located.pages.map { page in
      do {
        let limit = Swift.max(file.options.limits.nestedEntryCount, page.uncompressedByteCount * 8)
        guard page.entries.count <= limit else {
          throw InlayError(
            .limitExceeded,
            """
            a page has more list elements than ParquetLimits.nestedEntryCount allows for its bytes: \
            \(page.entries.count)
            """)
        }
        let levels = try LeafLevels.repetitions(page, reader.open(page), of: leaf)
        let continuesRow = begun > 0 && levels.count > 0 && levels[0] != 0
        let start = begun - (continuesRow ? 1 : 0)
        begun += levels.zeroCount
        return (start..<Swift.max(begun, start), continuesRow)
      } catch let error as InlayError {
        throw error.located(in: location).located(in: .init(page: page.ordinal))
      }
    }
  }
}
