import InlayBytes
import InlayColumns

/// The rows of a row group stand in the order of its sorting columns.
enum SortingRule {
  private static let rowsAtOnce = 65_536

  static func check(_ file: ParquetFile, rowGroup: Int, into findings: inout FindingList) {
    guard let sorting = file.metadata.rowGroups[rowGroup].sortingColumns, !sorting.isEmpty else { return }
    let place = InlayError.Location(file: file.path, rowGroup: rowGroup)
    for column in sorting where !file.root.leaves.contains(Int(column.columnIndex)) {
      findings.add(
        .sorting, "a sorting column is not one of the schema's: \(column.columnIndex)", at: place)
      return
    }
    // Only columns of their own have an order over rows; values that cannot be read were told of already.
    let columns = sorting.map { column in file.column(ofLeaf: Int(column.columnIndex)) }
    let readable = columns.prefix { $0 != nil }.compactMap(\.self)
    if readable.count < sorting.count {
      let leaf = file.root.leafNodes()[Int(sorting[readable.count].columnIndex)]
      findings.add(
        .sorting, InlayError(.unsupported, "the order of rows by this column is not checked"),
        at: .init(file: file.path, column: leaf.name))
    }
    guard !readable.isEmpty,
      let row = try? firstUnsortedRow(file, rowGroup, readable, Array(sorting[..<readable.count]))
    else { return }
    findings.add(
      .sorting, "the row group is said to be sorted, and a row stands before the one above it: row \(row)",
      at: place)
  }

  /// Returns the first row that should stand before the one above it.
  private static func firstUnsortedRow(
    _ file: ParquetFile, _ rowGroup: Int, _ columns: [Int], _ sorting: [SortingColumn]
  ) throws -> Int? {
    // A column may be named twice; it is read once.
    let distinct = columns.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    let reader = try RowGroupReader(file, rowGroup: rowGroup, columns: distinct)
    let schema = file.schema.selecting(distinct)
    var previous: [ColumnValue?]?
    for start in stride(from: 0, to: reader.rowCount, by: rowsAtOnce) {
      let end = Swift.min(start + rowsAtOnce, reader.rowCount)
      let batch = try reader.read(RowRanges(start..<end), schema: schema)
      let values = columns.map { batch.columns[distinct.firstIndex(of: $0) ?? 0] }
      for row in 0..<batch.rowCount {
        let key = values.map { $0.isNull(at: row) ? nil : ValueFacts.value($0, row) }
        if let previous, isBefore(key, previous, sorting) { return start + row }
        previous = key
      }
    }
    return nil
  }

  /// Whether a row comes before another one in the order of the sorting columns.
  private static func isBefore(
    _ key: [ColumnValue?], _ other: [ColumnValue?], _ sorting: [SortingColumn]
  ) -> Bool {
    for (column, (mine, theirs)) in zip(sorting, zip(key, other)) {
      switch (mine, theirs) {
      case (nil, nil): continue
      case (nil, _): return column.areNullsFirst
      case (_, nil): return !column.areNullsFirst
      case (.some(let mine), .some(let theirs)):
        guard let isLess = mine.isLess(than: theirs), let isGreater = theirs.isLess(than: mine) else {
          return false
        }
        if isLess || isGreater { return column.isDescending ? isGreater : isLess }
      }
    }
    return false
  }
}

extension ParquetFile {
  /// The position of the column that is a leaf of its own and has an order; nil for a leaf of a nested column.
  fileprivate func column(ofLeaf leaf: Int) -> Int? {
    root.children.firstIndex {
      $0.isLeaf && $0.repetitionLevel == 0 && $0.leaves == leaf..<leaf + 1 && BoundDecoder($0.element) != nil
    }
  }
}
