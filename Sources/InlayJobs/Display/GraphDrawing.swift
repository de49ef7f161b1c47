import InlayBytes

/// Draws a graph in lines of text: the rows flow down, and a line joins another where a node takes both.
struct GraphDrawing {
  private let graph: JobGraph
  private let width: Int
  private(set) var lines: [String] = []
  /// How many lines are open at this point, each from a node above to one below.
  private var openLines = 0

  /// The narrowest room a text is given, however many lines stand before it.
  private static let minimumTextWidth = 24

  init(_ graph: JobGraph, width: Int) {
    self.graph = graph
    self.width = width
    let forest = GraphForest(graph)
    for step in forest.steps { draw(step) }
  }

  private mutating func draw(_ step: GraphForest.Step) {
    let node = NodeDescription(graph.vertices[step.position], in: graph)
    let kept = openLines - step.joinedLines
    drawSpace(before: step, kept)
    let before = String(repeating: "│ ", count: kept)
    lines.append("\(before)\(Self.mark(of: node.role)) \(node.name)  \(node.id)")
    let margin = before + (step.leadsOn ? "│   " : "    ")
    for text in texts(of: node, step) {
      let room = max(Self.minimumTextWidth, width - margin.count)
      for line in Self.wrapped(text, to: room) { lines.append(margin + line) }
    }
    openLines = kept + (step.leadsOn ? 1 : 0)
  }

  /// Draws the line between two nodes, or the place where the lines of the inputs come together.
  private mutating func drawSpace(before step: GraphForest.Step, _ kept: Int) {
    if lines.isEmpty { return }
    let before = String(repeating: "│ ", count: kept)
    if step.joinedLines > 1 {
      lines.append(before + "├" + String(repeating: "─┴", count: step.joinedLines - 2) + "─╯")
    } else {
      lines.append(String(repeating: "│ ", count: openLines).trimmingTrailingSpace())
    }
  }

  private static func mark(of role: NodeDescription.Role) -> String {
    switch role {
    case .source: "○"
    case .target: "■"
    case .transform: "●"
    case .fault: "✗"
    }
  }

  private func texts(of node: NodeDescription, _ step: GraphForest.Step) -> [String] {
    node.summary + step.otherInputs.map { "takes the rows of \(graph.vertices[$0].node.label)" }
      + node.missingInputs
  }

  /// Breaks a text at its spaces so that a line is no longer than `width` where that is possible.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = "  " + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return lines + [line]
  }
}

extension String {
  fileprivate func trimmingTrailingSpace() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
