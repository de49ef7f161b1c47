extension LayeredGraph {
  private static let sweepCount = 16

  /// Orders the vertices of each layer so that few connections cross.
  ///
  /// Vertices move to the mean of their neighbours' places, layer by layer, down and up; the best order seen stays.
  mutating func orderLayers() {
    var best = layers
    var fewest = crossingCount()
    for sweep in 0..<Self.sweepCount where fewest > 0 {
      let isDown = sweep.isMultiple(of: 2)
      for index in isDown ? Array(layers.indices) : layers.indices.reversed() {
        moveToMeans(layer: index, of: isDown ? before : after)
      }
      swapNeighbours()
      let count = crossingCount()
      if count < fewest { (fewest, best) = (count, layers) }
    }
    layers = best
    assignPorts()
  }

  /// Sorts a layer by the mean place of each vertex's neighbours; a vertex without neighbours keeps its place.
  private mutating func moveToMeans(layer index: Int, of neighbours: [[Int]]) {
    let places = self.places()
    let keyed = layers[index].enumerated().map { place, vertex in
      let own = neighbours[vertex]
      let mean = Double(own.reduce(0) { $0 + places[$1] }) / Double(own.count)
      return (key: own.isEmpty ? Double(place) : mean, place: place, vertex: vertex)
    }
    layers[index] = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.vertex)
  }

  /// Swaps vertices that stand side by side where that saves a crossing.
  private mutating func swapNeighbours() {
    let places = self.places()
    for index in layers.indices where layers[index].count > 1 {
      for place in 0..<(layers[index].count - 1) {
        let (left, right) = (layers[index][place], layers[index][place + 1])
        let kept = Self.crossings(left, right, before, places) + Self.crossings(left, right, after, places)
        let swapped = Self.crossings(right, left, before, places) + Self.crossings(right, left, after, places)
        if swapped < kept { layers[index].swapAt(place, place + 1) }
      }
    }
  }

  private static func crossings(_ left: Int, _ right: Int, _ neighbours: [[Int]], _ places: [Int]) -> Int {
    neighbours[left].reduce(0) { count, leftEnd in
      count + neighbours[right].count { places[$0] < places[leftEnd] }
    }
  }

  private func places() -> [Int] {
    var places = Array(repeating: 0, count: layer.count)
    for vertices in layers {
      for (place, vertex) in vertices.enumerated() { places[vertex] = place }
    }
    return places
  }

  /// Counts how often connections cross: for each two layers the pairs whose ends stand the other way round.
  private func crossingCount() -> Int {
    let places = self.places()
    var count = 0
    for vertices in layers {
      let ends = vertices.flatMap { after[$0].map { places[$0] }.sorted() }
      count += Self.inversionCount(ends)
    }
    return count
  }

  /// Counts the pairs of which the first is larger, with a tree of partial sums.
  private static func inversionCount(_ values: [Int]) -> Int {
    guard let largest = values.max() else { return 0 }
    var sums = Array(repeating: 0, count: largest + 2)
    var count = 0
    for (seen, value) in values.enumerated() {
      var notLarger = 0
      var index = value + 1
      while index > 0 {
        notLarger += sums[index]
        index -= index & -index
      }
      count += seen - notLarger
      index = value + 1
      while index < sums.count {
        sums[index] += 1
        index += index & -index
      }
    }
    return count
  }
}
