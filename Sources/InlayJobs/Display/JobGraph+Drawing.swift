public import InlayBytes

/// The forms that a job's graph can be drawn in.
public enum JobDrawing: String, Hashable, Sendable, CaseIterable {
  /// Lines of text, for a terminal.
  case text
  /// A flowchart in the language of Mermaid, which many wikis and code hosts draw.
  case mermaid
  /// A picture that stands alone, for any page that shows pictures.
  case svg
}

extension JobGraph {
  /// Draws the graph, faults and all.
  ///
  /// - Parameters:
  ///   - form: The form of the drawing.
  ///   - width: The width of lines of text; the other forms have a width of their own.
  /// - Throws: `limitExceeded` when a picture would have more lines than anybody can follow.
  public func drawn(as form: JobDrawing, width: Int = 80) throws(InlayError) -> String {
    switch form {
    case .text: description(width: width) + "\n"
    case .mermaid: MermaidDrawing(self).text
    case .svg: try SVGDrawing(self).text
    }
  }

  /// The connections between nodes that are there, each pair once, by position.
  var connections: [(from: Int, to: Int)] {
    vertices.indices.flatMap { to in
      var seen: Set<Int> = []
      return vertices[to].inputs.compactMap { $0 }.filter { seen.insert($0).inserted }.map { ($0, to) }
    }
  }

  /// What a picture is called.
  var title: String {
    printable(document.name ?? document.file ?? "A job without a name")
  }
}
