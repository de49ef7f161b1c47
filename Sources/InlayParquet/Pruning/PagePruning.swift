import InlayColumns

/// The pages of the filtered columns of a row group whose bounds do not exclude that a row meets the filter.
struct PagePruning {
  /// The rows that may meet the filter.
  private(set) var rows: RowRanges
  /// The pages of filtered columns that hold none of them.
  private(set) var prunedPageCount = 0

  /// Looks through the page indexes of the filtered columns; a column without one excludes nothing.
  init(_ file: ParquetFile, rowGroup: Int, _ filter: BoundFilter) {
    let all = RowRanges(0..<Int(file.metadata.rowGroups[rowGroup].rowCount))
    let indexes = PageBounds.indexes(file, rowGroup: rowGroup, columns: filter.columns)
    guard !indexes.isEmpty else {
      rows = all
      return
    }
    rows = filter.candidates(all: all) { column, test in
      indexes[column].map { $0.candidates(for: test) } ?? all
    }
    for index in indexes.values {
      prunedPageCount += index.pages.count { page in
        rows.first(from: page.rows.lowerBound).map { $0 >= page.rows.upperBound } ?? true
      }
    }
  }
}

extension BoundFilter {
  /// The positions of the columns that are tested, in order, each once.
  var columns: [Int] {
    switch self {
    case .test(let column, _): [column]
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.columns)).sorted()
    }
  }

  /// Returns the rows that may meet the filter when `leaf` says it of a test of one column.
  fileprivate func candidates(all: RowRanges, _ leaf: (Int, ColumnTest) -> RowRanges) -> RowRanges {
    switch self {
    case .test(let column, let test): leaf(column, test)
    case .all(let parts):
      parts.reduce(all) { $0.intersection($1.candidates(all: all, leaf)) }
    case .any(let parts):
      parts.reduce(RowRanges()) { $0.union($1.candidates(all: all, leaf)) }
    }
  }
}

/// What the page index says of the pages of a column chunk.
private struct PageBounds {
  let pages: [(rows: Range<Int>, known: KnownValues)]

  func candidates(for test: ColumnTest) -> RowRanges {
    var rows = RowRanges()
    for page in pages {
      if case .none = page.known.proof(of: test) { continue }
      rows.append(page.rows)
    }
    return rows
  }

  /// Reads the page indexes of some flat columns, by their position; those that do not hold together are left out.
  static func indexes(_ file: ParquetFile, rowGroup: Int, columns: [Int]) -> [Int: PageBounds] {
    var indexes: [Int: PageBounds] = [:]
    for column in columns { indexes[column] = PageBounds(file, rowGroup: rowGroup, column: column) }
    return indexes
  }

  private init?(_ file: ParquetFile, rowGroup: Int, column: Int) {
    guard let flat = file.columns[column].flatLeaf else { return nil }
    let leaf = flat.position
    let rowCount = Int(file.metadata.rowGroups[rowGroup].rowCount)
    // Bounds in the page index are meant in the column order, and in no other (parquet.thrift, `ColumnIndex`).
    guard file.columnOrder(ofLeaf: leaf) == .typeDefined, let decoder = BoundDecoder(flat.element),
      file.metadata.rowGroups[rowGroup].columns[leaf].metadata?.type == flat.element.type,
      let columnIndex = try? file.columnIndex(rowGroup: rowGroup, leaf: leaf),
      let offsetIndex = try? file.offsetIndex(rowGroup: rowGroup, leaf: leaf),
      let rows = offsetIndex.rowRanges(rowCount: rowCount), rows.count == columnIndex.nullPages.count
    else { return nil }
    pages = rows.enumerated().map { page, rows in
      (rows, KnownValues(columnIndex, page: page, rowCount: rows.count, decoder))
    }
  }
}

extension OffsetIndex {
  /// The rows of each page of a chunk with `rowCount` rows; nil when the pages do not follow each other.
  func rowRanges(rowCount: Int) -> [Range<Int>]? {
    guard pageLocations.first?.firstRow == 0 else { return nil }
    let starts = pageLocations.map(\.firstRow) + [Int64(rowCount)]
    var ranges: [Range<Int>] = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      guard start <= end, let start = Int(exactly: start), let end = Int(exactly: end), end <= rowCount
      else { return nil }
      ranges.append(start..<end)
    }
    return ranges
  }
}

extension KnownValues {
  /// Decodes what a column index, whose lists have equal lengths, says of a page.
  fileprivate init(_ index: ColumnIndex, page: Int, rowCount: Int, _ decoder: BoundDecoder) {
    let nullCount = index.nullPages[page] ? Int64(rowCount) : index.nullCounts?[page]
    self.init(count: Int64(rowCount), nullCount: nullCount, mayHoldNaN: decoder.mayHoldNaN)
    guard !index.nullPages[page] else { return }
    bound(min: decoder.value(index.minValues[page]), max: decoder.value(index.maxValues[page]))
  }
}
