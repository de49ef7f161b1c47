/// What stands in a node's box, broken into lines, and how large the box is.
struct NodeBox {
  /// A line of text and how it is set.
  struct Line: Hashable {
    enum Style: String {
      case name, action, location
    }

    let style: Style
    let text: String
  }

  let node: NodeDescription
  let lines: [Line]
  let width: Double
  let height: Double

  private static let widestText = 252.0
  private static let narrowestText = 110.0
  private static let sidePadding = 15.0
  /// The space above the first line and below the last one.
  static let endPadding = 9.0

  init(_ node: NodeDescription) {
    self.node = node
    lines = Self.lines(of: node)
    let widest = lines.map { Self.measure($0.style).width(of: $0.text) }.max() ?? 0
    width = (max(Self.narrowestText, widest) + 2 * Self.sidePadding).rounded(.up)
    height = lines.reduce(2 * Self.endPadding) { $0 + Self.lineHeight($1.style) }
  }

  private static func lines(of node: NodeDescription) -> [Line] {
    var lines = broken(node.name, .name, lineLimit: 2)
    lines += broken(sentence(node.actions), .action, lineLimit: 3)
    lines += node.locations.prefix(1).flatMap { location in
      measure(.location).path(location, width: widestText).map { Line(style: .location, text: $0) }
    }
    if node.locations.count > 1 {
      lines.append(Line(style: .location, text: "and \(node.locations.count - 1) more"))
    }
    return lines
  }

  /// Joins what is said of a node; a line that begins with “and” goes on with the one before it.
  private static func sentence(_ texts: [String]) -> String {
    texts.reduce("") { $0.isEmpty ? $1 : $0 + ($1.hasPrefix("and ") ? " " : "; ") + $1 }
  }

  private static func broken(_ text: String, _ style: Line.Style, lineLimit: Int) -> [Line] {
    measure(style).lines(of: text, width: widestText, lineLimit: lineLimit).map {
      Line(style: style, text: $0)
    }
  }

  static func measure(_ style: Line.Style) -> TextWidth {
    switch style {
    case .name: TextWidth(size: fontSize(style), factor: 1.1)
    case .action: TextWidth(size: fontSize(style))
    case .location: TextWidth(size: fontSize(style), isMonospaced: true)
    }
  }

  static func fontSize(_ style: Line.Style) -> Double {
    switch style {
    case .name: 14
    case .action: 12
    case .location: 11
    }
  }

  static func lineHeight(_ style: Line.Style) -> Double {
    switch style {
    case .name: 19
    case .action: 16
    case .location: 16
    }
  }
}
