/// Rows of texts in columns that stand below each other.
package struct TextTable {
  /// A column's heading, in one or more lines, and how its values stand.
  package struct Heading {
    package var lines: [String]
    package var isNumeric = false

    package init(lines: [String], isNumeric: Bool = false) {
      self.lines = lines
      self.isNumeric = isNumeric
    }
  }

  /// A value: its text, or nil for a null.
  package typealias Cell = String?

  package let headings: [Heading]
  package let rows: [[Cell]]
  /// The most cells that a line may have; nil for as many as there are.
  package var width: Int?
  /// Whether escape sequences make headings and nulls stand out.
  package var isStyled = false

  package init(headings: [Heading], rows: [[Cell]], width: Int? = nil, isStyled: Bool = false) {
    self.headings = headings
    self.rows = rows
    self.width = width
    self.isStyled = isStyled
  }

  /// What stands for a null; only styles tell it from a text of the same letters.
  package static let null = "null"
  private static let gap = "  "
  private static let mostCells = 48
  /// Values are cut down to this where all columns can be shown then.
  private static let fewestCells = 12
  /// Where not all columns can be shown, those that are keep this much of their values.
  private static let usualCells = 24

  /// The lines, without line ends.
  package func lines() -> [String] {
    let fit = fit()
    let headingCount = headings.map(\.lines.count).max() ?? 0
    var lines = (0..<headingCount).map { line in
      join(fit) { column in
        let texts = headings[column].lines
        let text = line < texts.count ? texts[line] : ""
        return pad(text, to: fit.widths[column], column, style: line == 0 ? .bold : .dim)
      }
    }
    if headingCount > 0 {
      lines.append(join(fit) { styled(String(repeating: "─", count: fit.widths[$0]), .dim) })
    }
    lines += rows.map { row in
      join(fit) { column in
        pad(row[column] ?? Self.null, to: fit.widths[column], column, style: row[column] == nil ? .dim : nil)
      }
    }
    return lines
  }

  /// The number of columns that ``lines()`` shows.
  package var shownColumnCount: Int {
    let fit = fit()
    return headings.count - fit.hidden.count
  }

  /// The number of columns from the first one on that have room side by side, with as much of their values as where a
  /// table is cut; at least one.
  package var leadingColumnCount: Int {
    let fit = fit()
    if fit.hidden.isEmpty { return headings.count }
    var count = fit.widths.count
    while count > 1 && Self.total(fit.widths[..<count], .max) + Self.gap.count + 1 > width ?? .max {
      count -= 1
    }
    return count
  }

  /// The cells of each column, and which columns, in the middle, have no room.
  private struct Fit {
    var widths: [Int]
    var hidden: Range<Int>
  }

  /// Cuts long values, the longest most; where that is not enough, leaves out columns in the middle.
  private func fit() -> Fit {
    let natural = headings.indices.map(naturalWidth)
    guard let width else { return Fit(widths: natural, hidden: 0..<0) }
    var limit = Self.mostCells
    while limit > Self.fewestCells && Self.total(natural[...], limit) > width { limit -= 1 }
    if Self.total(natural[...], limit) <= width {
      return Fit(widths: natural.map { Swift.min($0, limit) }, hidden: 0..<0)
    }
    var widths = natural.map { Swift.min($0, Self.usualCells) }
    var hidden = Self.hidden(widths, width)
    if hidden.upperBound == widths.count {
      // The last column tells more than the end of a long value.
      let narrow = natural.map { Swift.min($0, Self.fewestCells) }
      let others = Self.hidden(narrow, width)
      if others.upperBound < widths.count { (widths, hidden) = (narrow, others) }
    }
    return Fit(widths: widths, hidden: hidden)
  }

  /// The columns that have no room when the first and the last ones are taken by turns.
  private static func hidden(_ widths: [Int], _ width: Int) -> Range<Int> {
    guard widths.count > 1 else { return 0..<0 }
    var (first, last) = (1, widths.count)
    // One cell more for the sign that says that columns are left out.
    var room = width - widths[0] - gap.count - 1
    var (isLast, refusals) = (true, 0)
    while first < last && refusals < 2 {
      let cells = widths[isLast ? last - 1 : first] + gap.count
      if cells <= room {
        room -= cells
        if isLast { last -= 1 } else { first += 1 }
        refusals = 0
      } else {
        refusals += 1
      }
      isLast.toggle()
    }
    return first..<last
  }

  private func naturalWidth(_ column: Int) -> Int {
    let headingWidth = headings[column].lines.map(\.displayWidth).max() ?? 0
    return rows.reduce(headingWidth) { Swift.max($0, ($1[column] ?? Self.null).displayWidth) }
  }

  private static func total(_ widths: ArraySlice<Int>, _ limit: Int) -> Int {
    widths.reduce(0) { $0 + Swift.min($1, limit) } + gap.count * Swift.max(0, widths.count - 1)
  }

  private func join(_ fit: Fit, _ cell: (Int) -> String) -> String {
    var cells = fit.widths.indices.filter { !fit.hidden.contains($0) }.map(cell)
    if !fit.hidden.isEmpty { cells.insert(styled("…", .dim), at: fit.hidden.lowerBound) }
    let line = cells.joined(separator: Self.gap)
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func pad(_ text: String, to width: Int, _ column: Int, style: Style?) -> String {
    let text = text.cut(to: width)
    let padded = text.padded(to: width, atLeft: headings[column].isNumeric)
    guard let style, isStyled else { return padded }
    return padded.replacing(text, with: styled(text, style), maxReplacements: 1)
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isStyled && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
