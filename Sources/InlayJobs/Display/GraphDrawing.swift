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
    let vertex = graph.vertices[step.position]
    let kept = openLines - step.joinedLines
    drawSpace(before: step, kept)
    let before = String(repeating: "│ ", count: kept)
    lines.append(
      "\(before)\(Self.mark(of: vertex)) \(printable(vertex.node.name))  \(printable(vertex.node.id))")
    let margin = before + (step.leadsOn ? "│   " : "    ")
    for text in texts(of: vertex, step) {
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

  private static func mark(of vertex: JobGraph.Vertex) -> String {
    switch vertex.readyOperation {
    case is any JobSource: "○"
    case is any JobTarget: "■"
    case is any JobTransform: "●"
    default: "✗"
    }
  }

  private func texts(of vertex: JobGraph.Vertex, _ step: GraphForest.Step) -> [String] {
    let names = vertex.inputs.enumerated().map { index, input in
      input.map { graph.vertices[$0].node.name } ?? vertex.node.inputs[index]
    }.map { printable($0) }
    var texts: [String]
    if let operation = vertex.readyOperation {
      texts = operation.summary(inputs: names)
    } else {
      let kind = [vertex.node.classification, vertex.node.type].filter { !$0.isEmpty }.map { printable($0) }
      texts = ["\(kind.isEmpty ? "a node without a type" : kind.joined(separator: " ")), cannot run as it is"]
    }
    texts += step.otherInputs.map { "takes the rows of \(graph.vertices[$0].node.label)" }
    texts += zip(vertex.inputs, vertex.node.inputs).filter { $0.0 == nil }.map {
      "input missing: \(printable($0.1))"
    }
    return texts
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
