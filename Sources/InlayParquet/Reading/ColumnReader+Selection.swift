import InlayBytes
import InlayColumns

extension ColumnReader {
  /// Decodes the column's values in some rows of the row group.
  ///
  /// A page that holds none of the rows is not opened. One that holds some of them is decoded from the first to the
  /// last of them, and the rows are picked out of that; few strings or binaries are taken from the page itself.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  func read(_ rows: RowRanges) throws -> Column {
    guard rows.ranges.count > 1 else { return try read(rows.ranges.first ?? 0..<0) }
    if rows.isSparse, chunks.count == 1, chunks[0].isPickable { return try chunks[0].pick(rows) }
    let spans = try spans(of: rows)
    let column = Column.concatenating(try spans.map { try read($0) }, type: type)
    return column.count == rows.count ? column : column.gathered(rows.places(in: spans))
  }

  /// Returns ranges that hold all of the rows, of which no two lie in one page of the largest leaf.
  private func spans(of rows: RowRanges) throws -> [Range<Int>] {
    guard let largest = chunks.max(by: { $0.byteCount < $1.byteCount }) else { return rows.ranges }
    var pages = try largest.pages()
    if !pages.hasKnownRows { pages = try largest.pagesWithRows() }
    var spans: [Range<Int>] = []
    for range in rows.ranges {
      if let last = spans.last,
        range.lowerBound - last.upperBound < Self.shortGap
          || pages.position(ofPageWith: last.upperBound - 1) == pages.position(ofPageWith: range.lowerBound)
      {
        spans[spans.count - 1] = last.lowerBound..<range.upperBound
      } else {
        spans.append(range)
      }
    }
    return spans
  }

  /// The rows that are rather decoded than passed over, since each piece has its price.
  private static var shortGap: Int { 256 }
}

extension RowRanges {
  /// Whether fewer than one in eight are wanted of the rows from the first to the last.
  fileprivate var isSparse: Bool {
    guard let first = ranges.first, let last = ranges.last else { return false }
    return count < (last.upperBound - first.lowerBound) / 8
  }

  /// Returns for each row its place among the rows of ranges that hold all of them.
  fileprivate func places(in spans: [Range<Int>]) -> Values<UInt32> {
    var places = ValueBuilder<UInt32>(capacity: count)
    var (span, start) = (0, 0)
    for range in ranges {
      while spans[span].upperBound <= range.lowerBound {
        start += spans[span].count
        span += 1
      }
      let first = UInt32(start + range.lowerBound - spans[span].lowerBound)
      for place in first..<first + UInt32(range.count) { places.append(place) }
    }
    return places.freeze()
  }
}
