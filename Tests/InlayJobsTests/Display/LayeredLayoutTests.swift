import Testing

@testable import InlayJobs

@Suite("Layered layout")
struct LayeredLayoutTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A graph whose connections lead from lower to higher positions, but for some that may lead anywhere.
  private static func graph(
    seed: UInt64
  ) -> (boxes: [LayeredLayout.Box], connections: [(from: Int, to: Int)]) {
    var generator = Generator(state: seed)
    let count = Int.random(in: 1...30, using: &generator)
    let boxes = (0..<count).map { _ in
      LayeredLayout.Box(
        breadth: Double(Int.random(in: 60...260, using: &generator)),
        depth: Double(Int.random(in: 30...120, using: &generator)))
    }
    var connections: [(from: Int, to: Int)] = []
    for to in 1..<max(2, count) where to < count {
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let isAnywhere = seed.isMultiple(of: 5) && Int.random(in: 0..<10, using: &generator) == 0
        let from = Int.random(in: 0..<(isAnywhere ? count : to), using: &generator)
        if from != to, !connections.contains(where: { $0 == (from, to) || $0 == (to, from) }) {
          connections.append((from, to))
        }
      }
    }
    return (boxes, connections)
  }

  @Test("No box meets another, and no connection runs through one", arguments: UInt64(1)...60)
  func clearance(seed: UInt64) throws {
    let (boxes, connections) = Self.graph(seed: seed)
    let layout = try LayeredLayout(boxes, connections: connections)
    #expect(layout.centres.count == boxes.count && layout.routes.count == connections.count)
    for (index, box) in boxes.enumerated() {
      let centre = layout.centres[index]
      #expect(centre.across - box.breadth / 2 >= -0.5 && centre.along - box.depth / 2 >= -0.5)
      for other in boxes.indices.dropFirst(index + 1) {
        let isApart =
          abs(layout.centres[other].across - centre.across) >= (box.breadth + boxes[other].breadth) / 2
          || abs(layout.centres[other].along - centre.along) >= (box.depth + boxes[other].depth) / 2
        #expect(isApart, "boxes \(index) and \(other)")
      }
      for (connection, route) in zip(connections, layout.routes)
      where connection.from != index && connection.to != index {
        for piece in route.pieces {
          let isBeside = abs(piece.start.across - centre.across) >= box.breadth / 2
          let isPast = piece.end.along <= centre.along - box.depth / 2
          let isBefore = piece.start.along >= centre.along + box.depth / 2
          #expect(isBeside || isPast || isBefore, "connection \(connection) and box \(index)")
        }
      }
    }
  }

  @Test(
    "A connection begins at its first box and ends at its last, however long it is", arguments: UInt64(1)...20
  )
  func ends(seed: UInt64) throws {
    let (boxes, connections) = Self.graph(seed: seed)
    let layout = try LayeredLayout(boxes, connections: connections)
    for (connection, route) in zip(connections, layout.routes) {
      let (first, last) =
        route.isReversed ? (connection.to, connection.from) : (connection.from, connection.to)
      let start = try #require(route.pieces.first).start
      let end = try #require(route.pieces.last).end
      #expect(start.along == layout.centres[first].along + boxes[first].depth / 2)
      #expect(end.along == layout.centres[last].along - boxes[last].depth / 2)
      #expect(abs(start.across - layout.centres[first].across) <= boxes[first].breadth / 2)
      #expect(abs(end.across - layout.centres[last].across) <= boxes[last].breadth / 2)
      #expect(start.along < end.along)
    }
  }

  @Test("A chain is a straight line")
  func chain() throws {
    let boxes = (0..<30).map { LayeredLayout.Box(breadth: 100 + Double($0), depth: 40) }
    let layout = try LayeredLayout(boxes, connections: (0..<29).map { ($0, $0 + 1) })
    for route in layout.routes { #expect(Set(route.pieces.map(\.start.across)).count == 1) }
  }

  @Test("Connections that need not cross do not")
  func crossings() throws {
    let boxes = (0..<8).map { _ in LayeredLayout.Box(breadth: 100, depth: 40) }
    // Four separate pairs, of which the second ends come in another order than the first.
    let layout = try LayeredLayout(boxes, connections: [(0, 7), (1, 5), (2, 6), (3, 4)])
    let firsts = [0, 1, 2, 3].sorted { layout.centres[$0].across < layout.centres[$1].across }
    let partners = [0: 7, 1: 5, 2: 6, 3: 4]
    let seconds = [4, 5, 6, 7].sorted { layout.centres[$0].across < layout.centres[$1].across }
    #expect(firsts.map { partners[$0] ?? -1 } == seconds)
  }

  @Test("What flows back into its own input is drawn against the flow, once")
  func cycle() throws {
    let boxes = (0..<3).map { _ in LayeredLayout.Box(breadth: 100, depth: 40) }
    let layout = try LayeredLayout(boxes, connections: [(0, 1), (1, 2), (2, 0)])
    #expect(layout.routes.map(\.isReversed) == [false, false, true])
  }

  @Test("Nothing takes no room")
  func nothing() throws {
    let layout = try LayeredLayout([], connections: [])
    #expect(layout.breadth == 0 && layout.depth == 0)
  }
}
