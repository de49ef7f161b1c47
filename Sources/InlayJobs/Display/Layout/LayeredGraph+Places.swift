extension LayeredGraph {
  private static let sweepCount = 24

  /// Returns where the middle of each vertex stands across the flow, the leftmost box beginning at 0.
  ///
  /// Each vertex wants to stand in line with its neighbours, and connections that pass layers want that most. A layer is
  /// placed as near to what its vertices want as their order and room allow, again and again, down and up.
  func placesAcross() -> [Double] {
    var across = Array(repeating: 0.0, count: layer.count)
    for vertices in layers { pack(vertices, &across) }
    for sweep in 0..<Self.sweepCount {
      let isDown = sweep.isMultiple(of: 2)
      for index in isDown ? Array(layers.indices) : layers.indices.reversed() {
        // The last sweeps look both ways, which settles what one way alone would push to and fro.
        let looksBack = isDown || sweep >= Self.sweepCount - 4
        let looksAhead = !isDown || sweep >= Self.sweepCount - 4
        align(layers[index], looksBack, looksAhead, &across)
      }
    }
    let left = across.indices.map { across[$0] - breadths[$0] / 2 }.min() ?? 0
    return across.map { (($0 - left) * 2).rounded() / 2 }
  }

  private func pack(_ vertices: [Int], _ across: inout [Double]) {
    var end = 0.0
    for vertex in vertices {
      across[vertex] = end + breadths[vertex] / 2
      end += breadths[vertex] + LayeredLayout.gapAcross
    }
  }

  private func align(
    _ vertices: [Int], _ looksBack: Bool, _ looksAhead: Bool, _ across: inout [Double]
  ) {
    let wishes = vertices.map { wish(of: $0, looksBack, looksAhead, across) }
    for (vertex, place) in zip(vertices, fitted(wishes, vertices)) { across[vertex] = place }
  }

  /// A place that a vertex wants, and how much.
  private struct Wish {
    var place: Double
    var weight: Double
  }

  private func wish(of vertex: Int, _ looksBack: Bool, _ looksAhead: Bool, _ across: [Double]) -> Wish {
    var sum = 0.0
    var weight = 0.0
    for input in looksBack ? before[vertex] : [] {
      let pull = pull(input, vertex)
      sum += pull * (across[input] - portShift(into: vertex, from: input))
      weight += pull
    }
    for output in looksAhead ? after[vertex] : [] {
      let pull = pull(vertex, output)
      sum += pull * (across[output] + portShift(into: output, from: vertex))
      weight += pull
    }
    return weight > 0 ? Wish(place: sum / weight, weight: weight) : Wish(place: across[vertex], weight: 0.1)
  }

  /// How much a connection between two vertices wants to be straight.
  private func pull(_ first: Int, _ second: Int) -> Double {
    switch (isPassage(first), isPassage(second)) {
    case (true, true): 8
    // What begins here stands beside the main stream, and does not draw it aside.
    case (false, false): before[first].isEmpty && before[second].count > 1 ? 0.25 : 1
    default: 2
    }
  }

  /// Returns the places nearest to the wishes, by the sum of squares, at which the vertices keep order and distance.
  ///
  /// With the distances taken out this is a regression that may only rise: neighbours that want to pass each other are
  /// merged into a block, which stands at their mean.
  private func fitted(_ wishes: [Wish], _ vertices: [Int]) -> [Double] {
    var offsets = [0.0]
    for (left, right) in zip(vertices, vertices.dropFirst()) {
      let distance = (breadths[left] + breadths[right]) / 2 + LayeredLayout.gapAcross
      offsets.append(offsets[offsets.count - 1] + distance)
    }
    var blocks: [(place: Double, weight: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      var block = (place: wish.place - offset, weight: wish.weight, count: 1)
      while let last = blocks.last, last.place > block.place {
        blocks.removeLast()
        let weight = last.weight + block.weight
        let place = (last.place * last.weight + block.place * block.weight) / weight
        block = (place, weight, last.count + block.count)
      }
      blocks.append(block)
    }
    let places = blocks.flatMap { Array(repeating: $0.place, count: $0.count) }
    return zip(places, offsets).map { $0 + $1 }
  }
}
