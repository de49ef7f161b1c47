import InlayBytes

/// Draws a graph as a picture that needs nothing besides itself.
///
/// Rows flow down the page. A graph that is too wide for that is drawn across the page when that is narrower.
struct SVGDrawing {
  private(set) var text: String

  private let boxes: [NodeBox]
  private let layout: LayeredLayout
  private let isAcross: Bool

  private static let margin = 12.0
  /// What a page of a wiki shows without scrolling sideways.
  private static let pageWidth = 1_100.0
  private static let arrowLength = 8.0

  init(_ graph: JobGraph) throws(InlayError) {
    boxes = graph.vertices.map { NodeBox(NodeDescription($0, in: graph)) }
    (layout, isAcross) = try Self.layout(of: boxes, graph.connections)
    text = ""
    text = document(titled: graph.title)
  }

  private static func layout(
    of boxes: [NodeBox], _ connections: [(from: Int, to: Int)]
  ) throws(InlayError) -> (LayeredLayout, isAcross: Bool) {
    let down = try LayeredLayout(
      boxes.map { .init(breadth: $0.width, depth: $0.height) }, connections: connections)
    if down.breadth <= pageWidth { return (down, false) }
    let across = try LayeredLayout(
      boxes.map { .init(breadth: $0.height, depth: $0.width) }, connections: connections)
    return across.depth < down.breadth ? (across, true) : (down, false)
  }

  private func document(titled title: String) -> String {
    let size = point(.init(across: layout.breadth, along: layout.depth))
    let width = SVGText.number(size.x + Self.margin)
    let height = SVGText.number(size.y + Self.margin)
    var svg = SVGText()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height,
        "viewBox": "0 0 \(width) \(height)", "role": "img",
        "font-family": "'Segoe UI', 'Helvetica Neue', 'Noto Sans', Arial, sans-serif",
      ]
    ) { svg in
      svg.element("title", text: title)
      svg.element(
        "g", ["fill": "none", "stroke": NodeColours.connection, "stroke-width": "1.6"]
      ) { svg in
        for route in layout.routes { draw(route, in: &svg) }
      }
      svg.element("g", ["fill": NodeColours.connection]) { svg in
        for route in layout.routes { drawArrow(of: route, in: &svg) }
      }
      for (position, box) in boxes.enumerated() { draw(box, at: point(layout.centres[position]), in: &svg) }
    }
    return svg.text
  }

  /// Returns a place as the picture has it, right of and below the margin.
  private func point(_ place: LayeredLayout.Place) -> (x: Double, y: Double) {
    isAcross
      ? (place.along + Self.margin, place.across + Self.margin)
      : (place.across + Self.margin, place.along + Self.margin)
  }

  private func written(_ place: LayeredLayout.Place) -> String {
    let point = point(place)
    return "\(SVGText.number(point.x)) \(SVGText.number(point.y))"
  }
}

extension SVGDrawing {
  private func draw(_ route: LayeredLayout.Route, in svg: inout SVGText) {
    guard let first = route.pieces.first else { return }
    var path = "M\(written(first.start))"
    var end = first.start
    for (index, piece) in route.pieces.enumerated() {
      if index > 0 { path += bend(from: end, to: piece.start) }
      // The arrow's point, not the line's end, touches the box.
      end = piece.end
      if index == route.pieces.count - 1, !route.isReversed { end.along -= Self.arrowLength - 1 }
      if end != piece.start { path += "L\(written(end))" }
    }
    svg.element("path", ["d": path])
  }

  /// Bends between two layers, leaving and arriving in the direction of flow; straight where nothing is to bend.
  private func bend(from start: LayeredLayout.Place, to end: LayeredLayout.Place) -> String {
    if abs(start.across - end.across) < 0.25 { return "L\(written(end))" }
    let middle = (start.along + end.along) / 2
    let leaving = LayeredLayout.Place(across: start.across, along: middle)
    let arriving = LayeredLayout.Place(across: end.across, along: middle)
    return "C\(written(leaving)) \(written(arriving)) \(written(end))"
  }

  private func drawArrow(of route: LayeredLayout.Route, in svg: inout SVGText) {
    guard let first = route.pieces.first, let last = route.pieces.last else { return }
    let tip = route.isReversed ? first.start : last.end
    let length = route.isReversed ? -Self.arrowLength : Self.arrowLength
    let left = LayeredLayout.Place(across: tip.across - 4.5, along: tip.along - length)
    let right = LayeredLayout.Place(across: tip.across + 4.5, along: tip.along - length)
    svg.element("path", ["d": "M\(written(tip))L\(written(left))L\(written(right))Z"])
  }
}

extension SVGDrawing {
  private func draw(_ box: NodeBox, at centre: (x: Double, y: Double), in svg: inout SVGText) {
    svg.element("g") { svg in
      let node = box.node
      svg.element(
        "title",
        text: (["\(node.name) (\(node.id))"] + node.summary + node.missingInputs).joined(separator: "\n"))
      drawFrame(of: box, at: centre, in: &svg)
      var y = centre.y - box.height / 2 + NodeBox.endPadding
      for line in box.lines {
        y += NodeBox.lineHeight(line.style)
        draw(line, x: centre.x, y: y - NodeBox.lineHeight(line.style) * 0.27, in: &svg)
      }
    }
  }

  /// Draws the box: sources have round ends, targets a second line at their sides, and faults a broken line.
  private func drawFrame(of box: NodeBox, at centre: (x: Double, y: Double), in svg: inout SVGText) {
    let colours = NodeColours(box.node.role)
    let (left, top) = (centre.x - box.width / 2, centre.y - box.height / 2)
    let radius = box.node.role == .source ? "18" : box.node.role == .target ? "0" : "5"
    svg.element(
      "rect",
      [
        "x": SVGText.number(left), "y": SVGText.number(top), "width": SVGText.number(box.width),
        "height": SVGText.number(box.height), "rx": radius, "fill": colours.fill, "stroke": colours.line,
        "stroke-width": "1.6", "stroke-dasharray": box.node.role == .fault ? "6 4" : "none",
      ])
    guard box.node.role == .target else { return }
    let sides = [left + 5, left + box.width - 5].map {
      "M\(SVGText.number($0)) \(SVGText.number(top))v\(SVGText.number(box.height))"
    }
    svg.element("path", ["d": sides.joined(), "stroke": colours.line, "stroke-width": "1.6"])
  }

  private func draw(_ line: NodeBox.Line, x: Double, y: Double, in svg: inout SVGText) {
    let (x, y) = (SVGText.number(x), SVGText.number(y))
    let size = SVGText.number(NodeBox.fontSize(line.style))
    switch line.style {
    case .name:
      svg.element(
        "text",
        [
          "x": x, "y": y, "text-anchor": "middle", "font-size": size, "font-weight": "600",
          "fill": NodeColours.text,
        ], text: line.text)
    case .action:
      svg.element(
        "text", ["x": x, "y": y, "text-anchor": "middle", "font-size": size, "fill": NodeColours.detail],
        text: line.text)
    case .location:
      svg.element(
        "text",
        [
          "x": x, "y": y, "text-anchor": "middle", "font-size": size, "fill": NodeColours.detail,
          "font-family": "Menlo, Consolas, 'DejaVu Sans Mono', monospace",
        ], text: line.text)
    }
  }
}
