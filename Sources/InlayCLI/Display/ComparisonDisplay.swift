import Inlay

/// What two tables differ in, as lines of text.
struct ComparisonDisplay {
  private let report: ComparisonReport
  private let names: [String]
  private let width: Int?
  private let isStyled: Bool

  /// - Parameter names: The names of the left and of the right table.
  init(_ report: ComparisonReport, names: [String], width: Int? = nil, isStyled: Bool = false) {
    self.report = report
    self.names = names.map(\.printable)
    self.width = width
    self.isStyled = isStyled
  }

  /// The differences; nothing for equal tables.
  var lines: [String] {
    let sections = [columns, values, surpluses].filter { !$0.isEmpty }
    return Array(sections.joined(separator: [""]))
  }

  /// The line that sums up.
  var summary: String {
    let (left, right) = (Quantity.count(report.leftRowCount), Quantity.count(report.rightRowCount))
    if report.isEqual { return "\(names[0]) and \(names[1]) are equal: \(left) rows" }
    let columns = report.columns.isEmpty ? "" : "the columns, and in "
    return """
      \(names[0]) and \(names[1]) differ in \(columns)\(Quantity.count(report.differingRowCount)) \
      row\(report.differingRowCount == 1 ? "" : "s"), of \(left) and \(right)
      """
  }

  private var columns: [String] {
    table(
      ["column", "difference"] + names,
      report.columns.map {
        [$0.column.printable, $0.kind.rawValue, $0.left ?? "no column", $0.right ?? "no column"]
      })
  }

  /// The values that differ in rows of the same number, each in a line.
  private var values: [String] {
    table(
      ["#row", "column"] + names,
      report.rows.flatMap { difference -> [[String?]] in
        guard case .values(let row, let values) = difference else { return [] }
        return values.map {
          [Quantity.count(row), $0.column.printable, $0.left?.printable, $0.right?.printable]
        }
      })
  }

  /// The rows that only one table has.
  private var surpluses: [String] {
    let columnNames = report.comparedColumns.map(\.printable)
    return table(
      ["only in", "#row", "#times"] + columnNames,
      report.rows.compactMap { difference -> [String?]? in
        guard case .only(let side, let row, let times, let values) = difference else { return nil }
        let name = side == .left ? names[0] : names[1]
        return [name, Quantity.count(row), Quantity.count(times)] + values.map { $0?.printable }
      })
  }

  private func table(_ headings: [String], _ rows: [[String?]]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let headings = headings.map { heading in
      let isNumeric = heading.hasPrefix("#")
      return TextTable.Heading(
        lines: [isNumeric ? String(heading.dropFirst()) : heading], isNumeric: isNumeric)
    }
    return TextTable(headings: headings, rows: rows, width: width, isStyled: isStyled).lines()
  }
}
