import Inlay

/// What a Parquet file says of itself, as lines of text.
struct InspectionDisplay {
  /// The most cells of a line; nil for as many as there are.
  var width: Int?
  /// Whether escape sequences may be used.
  var isStyled = false

  /// The file as a whole.
  func heading(_ file: ParquetFile) -> [String] {
    let metadata = file.metadata
    let groups = metadata.rowGroups.count
    return [
      file.path.printable,
      "  \(Quantity.count(file.rowCount)) rows in \(groups) row group\(groups == 1 ? "" : "s"), "
        + "\(file.root.leaves.count) column\(file.root.leaves.count == 1 ? "" : "s"), "
        + "\(Quantity.bytes(file.byteCount)), format version \(metadata.version)",
      "  written by \((metadata.createdBy ?? "a program that does not say its name").printable)",
      "",
    ]
  }

  /// The file, its schema, its row groups and its columns.
  func overview(_ file: ParquetFile) -> [String] {
    var sections = [schema(file)]
    if let keyValues = file.metadata.keyValues, !keyValues.isEmpty { sections.append(names(keyValues)) }
    if !file.metadata.rowGroups.isEmpty { sections += [rowGroups(file), columns(file)] }
    return heading(file) + Array(sections.joined(separator: [""]))
  }

  /// Makes a table of texts; headings that begin with `#` stand over numbers.
  ///
  /// Where a line is too short for all columns, those that are left go into tables below.
  ///
  /// - Parameter keys: How many columns say what a line is about; each of these tables begins with them.
  func table(_ headings: [String], _ rows: [[String?]], keys: Int = 1) -> [String] {
    let whole = textTable(headings, rows)
    let shown = Swift.max(whole.leadingColumnCount, keys + 1)
    guard shown < headings.count else { return whole.lines() }
    let head = textTable(Array(headings[..<shown]), rows.map { Array($0[..<shown]) })
    let rest = table(
      Array(headings[..<keys] + headings[shown...]), rows.map { Array($0[..<keys] + $0[shown...]) },
      keys: keys)
    return head.lines() + [""] + rest
  }

  private func textTable(_ headings: [String], _ rows: [[String?]]) -> TextTable {
    let headings = headings.map { heading in
      let isNumeric = heading.hasPrefix("#")
      return TextTable.Heading(
        lines: [isNumeric ? String(heading.dropFirst()) : heading], isNumeric: isNumeric)
    }
    // An empty cell says what a null would, with less ink.
    let rows = rows.map { $0.map { $0 ?? "" } }
    return TextTable(headings: headings, rows: rows, width: width, isStyled: isStyled)
  }

  private func names(_ keyValues: [KeyValue]) -> [String] {
    // A writer's copy of its own schema is thousands of characters that nobody reads.
    table(
      ["key", "value"], keyValues.map { [$0.key.printable, $0.value.map { $0.printable.cut(to: 120) }] })
  }
}
