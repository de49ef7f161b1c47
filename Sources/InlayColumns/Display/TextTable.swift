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
    let (widths, isCut) = fittingWidths()
    let headingCount = headings.map(\.lines.count).max() ?? 0
    var lines = (0..<headingCount).map { line in
      join(widths, isCut) { column in
        let texts = headings[column].lines
        let text = line < texts.count ? texts[line] : ""
        return pad(text, to: widths[column], column, style: line == 0 ? .bold : .dim)
      }
    }
    if headingCount > 0 {
      lines.append(join(widths, isCut) { styled(String(repeating: "─", count: widths[$0]), .dim) })
    }
    lines += rows.map { row in
      join(widths, isCut) { column in
        pad(row[column] ?? Self.null, to: widths[column], column, style: row[column] == nil ? .dim : nil)
      }
    }
    return lines
  }

  /// The number of columns that ``lines()`` shows.
  package var shownColumnCount: Int { fittingWidths().widths.count }

  /// The cells for each column that is shown, and whether some are not.
  ///
  /// Long values are cut, the longest most; where that is not enough, the last columns go.
  private func fittingWidths() -> (widths: [Int], isCut: Bool) {
    let natural = headings.indices.map(naturalWidth)
    guard let width else { return (natural, false) }
    var limit = Self.mostCells
    while limit > Self.fewestCells && Self.total(natural, limit) > width { limit -= 1 }
    var widths = natural.map { Swift.min($0, limit) }
    if Self.total(widths, limit) <= width { return (widths, false) }
    widths = natural.map { Swift.min($0, Self.usualCells) }
    // One cell more for the sign that says that columns are left out.
    while widths.count > 1 && Self.total(widths, .max) + Self.gap.count + 1 > width { widths.removeLast() }
    return (widths, true)
  }

  private func naturalWidth(_ column: Int) -> Int {
    let headingWidth = headings[column].lines.map(\.displayWidth).max() ?? 0
    return rows.reduce(headingWidth) { Swift.max($0, ($1[column] ?? Self.null).displayWidth) }
  }

  private static func total(_ widths: [Int], _ limit: Int) -> Int {
    widths.reduce(0) { $0 + Swift.min($1, limit) } + gap.count * Swift.max(0, widths.count - 1)
  }

  private func join(_ widths: [Int], _ isCut: Bool, _ cell: (Int) -> String) -> String {
    var cells = widths.indices.map(cell)
    if isCut { cells.append(styled("…", .dim)) }
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
