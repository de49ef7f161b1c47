import InlayBytes

extension JobGraph: CustomStringConvertible {
  /// The graph as text, 80 characters wide where names and paths allow it.
  public var description: String {
    description(width: 80)
  }

  /// Returns the graph as text: a heading, then the sources first and the rows flowing down to the targets.
  ///
  /// Texts are broken at spaces to fit `width` characters; names, ids and locations stay whole, so that they can be
  /// copied. A node that cannot run as it is has a cross for a mark.
  public func description(width: Int) -> String {
    let drawing = GraphDrawing(self, width: width)
    return ([heading] + (drawing.lines.isEmpty ? [] : [""] + drawing.lines)).joined(separator: "\n")
  }

  private var heading: String {
    let name = printable(document.name ?? document.file ?? "A job without a name")
    let counts = [("source", JobNode.Role.source), ("transform", .transform), ("target", .target)].map {
      word, role in
      let count = vertices.count { $0.node.role == role }
      return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return "\(name): \(counts.joined(separator: ", "))"
  }
}
