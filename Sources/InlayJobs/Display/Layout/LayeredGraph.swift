import InlayBytes

/// A graph whose every connection leads from one layer to the next: where one is longer, a vertex without a box stands
/// in each layer that it passes.
struct LayeredGraph {
  /// The vertices of each layer, in order.
  var layers: [[Int]]
  /// The layer of each vertex; the first ones are the boxes, in their order.
  private(set) var layer: [Int]
  /// How much room each vertex takes across the flow.
  private(set) var breadths: [Double]
  /// The neighbours of each vertex in the layer before it and in the layer after it.
  private(set) var before: [[Int]]
  private(set) var after: [[Int]]
  /// The vertices that each connection goes through.
  private(set) var chains: [[Int]] = []
  let isReversed: [Bool]
  let boxCount: Int

  /// The room that a connection takes where it passes a layer.
  private static let passage = 14.0
  /// More places where connections pass layers than this make no picture that anybody could read.
  private static let maximumVertices = 20_000

  init(_ boxes: [LayeredLayout.Box], _ connections: [(from: Int, to: Int)]) throws(InlayError) {
    let connections = connections.filter { $0.from != $0.to }
    let assignment = LayerAssignment(nodeCount: boxes.count, connections: connections)
    isReversed = assignment.isReversed
    boxCount = boxes.count
    layer = assignment.layers
    breadths = boxes.map(\.breadth)
    layers = Array(repeating: [], count: (layer.max() ?? -1) + 1)
    before = Array(repeating: [], count: boxes.count)
    after = before
    for (connection, isReversed) in zip(connections, isReversed) {
      try connect(
        isReversed ? connection.to : connection.from, isReversed ? connection.from : connection.to)
    }
    fillLayers()
  }

  private mutating func connect(_ first: Int, _ last: Int) throws(InlayError) {
    var chain = [first]
    for place in (layer[first] + 1)..<max(layer[first] + 1, layer[last]) {
      guard layer.count < Self.maximumVertices else {
        throw InlayError(
          .limitExceeded,
          "The job has more connections than a picture can show; draw it as text with --format text.")
      }
      chain.append(layer.count)
      layer.append(place)
      breadths.append(Self.passage)
      before.append([])
      after.append([])
    }
    chain.append(last)
    for (from, to) in zip(chain, chain.dropFirst()) {
      after[from].append(to)
      before[to].append(from)
    }
    chains.append(chain)
  }

  /// Puts the vertices into their layers so that what flows together stands together, first inputs first.
  private mutating func fillLayers() {
    var isPlaced = Array(repeating: false, count: layer.count)
    let ends = layer.indices.filter { after[$0].isEmpty } + layer.indices
    for end in ends where !isPlaced[end] {
      var stack = [end]
      isPlaced[end] = true
      while let vertex = stack.popLast() {
        layers[layer[vertex]].append(vertex)
        for input in before[vertex].reversed() where !isPlaced[input] {
          isPlaced[input] = true
          stack.append(input)
        }
      }
    }
  }

  /// Whether a vertex is a place where a connection passes a layer.
  func isPassage(_ vertex: Int) -> Bool { vertex >= boxCount }

  /// How far from a box's middle the connection from `input` enters it: several enter side by side, in the order of
  /// where they come from.
  func portShift(into vertex: Int, from input: Int) -> Double {
    let inputs = before[vertex]
    guard inputs.count > 1, let rank = ports[vertex].firstIndex(of: input) else { return 0 }
    let step = min(26, breadths[vertex] * 0.7 / Double(inputs.count))
    return (Double(rank) - Double(inputs.count - 1) / 2) * step
  }

  /// The inputs of each box in the order of their layer.
  private(set) var ports: [[Int]] = []

  mutating func assignPorts() {
    var places = Array(repeating: 0, count: layer.count)
    for vertices in layers {
      for (place, vertex) in vertices.enumerated() { places[vertex] = place }
    }
    ports = before.map { $0.sorted { places[$0] < places[$1] } }
  }
}
