/// Writes a graph as a flowchart of Mermaid.
struct MermaidDrawing {
  private(set) var text: String

  init(_ graph: JobGraph) {
    text = "---\ntitle: \"\(Self.escaped(graph.title))\"\n---\nflowchart TD\n"
    for (position, vertex) in graph.vertices.enumerated() {
      let node = NodeDescription(vertex, in: graph)
      text += "  n\(position + 1)\(Self.shape(of: node)):::\(node.role.rawValue)\n"
    }
    for (from, to) in graph.connections { text += "  n\(from + 1) --> n\(to + 1)\n" }
    for role in NodeDescription.Role.allCases {
      let colours = NodeColours(role)
      let style = "fill:\(colours.fill),stroke:\(colours.line),color:\(NodeColours.text)"
      text += "  classDef \(role.rawValue) \(style)\(role == .fault ? ",stroke-dasharray:5 3" : "")\n"
    }
  }

  private static func shape(of node: NodeDescription) -> String {
    let lines = ["<b>\(escaped(node.name))</b>"] + (node.summary + node.missingInputs).map(escaped)
    let label = "\"\(lines.joined(separator: "<br>"))\""
    return switch node.role {
    case .source: "([\(label)])"
    case .transform: "[\(label)]"
    case .target: "[(\(label))]"
    case .fault: "{{\(label)}}"
    }
  }

  /// Characters that mean something in Mermaid, in its Markdown, in its formulas or in HTML; and `%`, as directives
  /// are found anywhere, even within quotes.
  private static let special = Set("\"#&<>`\\%{}*$~".unicodeScalars)

  /// Returns the text with special characters by number, which Mermaid shows as themselves; `texts` hold no line ends.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        result += "#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
