import InlayBytes

/// Places boxes in layers along a direction of flow, and leads the connections between them around the boxes.
///
/// Places are pairs: `across` the flow and `along` it. A drawing decides which of them is horizontal. The steps are
/// those of Sugiyama's method: layers, order within layers, places.
struct LayeredLayout {
  /// The room that a box takes.
  struct Box {
    let breadth: Double
    let depth: Double
  }

  /// A point of the drawing.
  struct Place: Hashable {
    var across: Double
    var along: Double
  }

  /// The way of one connection.
  struct Route {
    /// Straight pieces along the flow, each with its start and its end; between two of them the way may bend.
    var pieces: [(start: Place, end: Place)]
    /// Whether rows flow against the direction of the drawing, as they do on a cycle.
    let isReversed: Bool
  }

  /// The middle of each box.
  private(set) var centres: [Place] = []
  /// A route for each connection between two boxes.
  private(set) var routes: [Route] = []
  private(set) var breadth = 0.0
  private(set) var depth = 0.0

  /// The space between two boxes of one layer.
  static let gapAcross = 28.0
  /// The space between two layers, where connections bend.
  static let gapAlong = 52.0
  /// The end of that space, which a connection passes straight so that its arrow points along the flow.
  private static let runway = 12.0
  /// A bend of less than this looks like a mistake; the way begins a little beside the middle of its box instead.
  private static let smallestBend = 9.0

  /// Lays out boxes that are connected by position.
  ///
  /// - Throws: `limitExceeded` when the connections pass through more layers than can be drawn.
  init(_ boxes: [Box], connections: [(from: Int, to: Int)]) throws(InlayError) {
    var graph = try LayeredGraph(boxes, connections)
    graph.orderLayers()
    let across = graph.placesAcross()
    place(boxes, graph, across)
    routes = zip(graph.chains, graph.isReversed).map { chain, isReversed in
      route(along: chain, boxes, graph, across, isReversed: isReversed)
    }
  }

  private var layerMiddles: [Double] = []
  private var layerDepths: [Double] = []

  private mutating func place(_ boxes: [Box], _ graph: LayeredGraph, _ across: [Double]) {
    var end = 0.0
    for layer in graph.layers {
      let depth = layer.filter { $0 < boxes.count }.map { boxes[$0].depth }.max() ?? 0
      layerMiddles.append(end + depth / 2)
      layerDepths.append(depth)
      end += depth + Self.gapAlong
    }
    depth = max(0, end - Self.gapAlong)
    for position in boxes.indices {
      centres.append(Place(across: across[position], along: layerMiddles[graph.layer[position]]))
    }
    breadth = across.indices.map { across[$0] + graph.breadths[$0] / 2 }.max() ?? 0
  }

  /// Goes straight through each layer, and bends only between layers, where no boxes are.
  private func route(
    along chain: [Int], _ boxes: [Box], _ graph: LayeredGraph, _ across: [Double], isReversed: Bool
  ) -> Route {
    var pieces: [(start: Place, end: Place)] = []
    var next: Double?
    for (step, vertex) in chain.enumerated().reversed() {
      let (start, end) = extent(of: vertex, isFirst: step == 0, isLast: step == chain.count - 1, boxes, graph)
      var place = across[vertex]
      if let next {
        if abs(place - next) < Self.smallestBend { place = next }
      } else {
        place += graph.portShift(into: vertex, from: chain[chain.count - 2])
      }
      pieces.append((Place(across: place, along: start), Place(across: place, along: end)))
      next = place
    }
    return Route(pieces: pieces.reversed(), isReversed: isReversed)
  }

  /// Returns where a way goes straight: through its layer, or from the end of its first box, or to its last one.
  private func extent(
    of vertex: Int, isFirst: Bool, isLast: Bool, _ boxes: [Box], _ graph: LayeredGraph
  ) -> (start: Double, end: Double) {
    let layer = graph.layer[vertex]
    let (middle, half) = (layerMiddles[layer], layerDepths[layer] / 2)
    let boxHalf = vertex < boxes.count ? boxes[vertex].depth / 2 : half
    return (
      isFirst ? middle + boxHalf : middle - half - (isLast ? Self.runway : 0),
      isLast ? middle - boxHalf : middle + half
    )
  }
}
