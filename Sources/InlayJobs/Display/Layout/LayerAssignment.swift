/// Gives every node of a graph a layer below those of its inputs, as few layers as the longest way needs.
struct LayerAssignment {
  /// The layer of each node, 0 for the first.
  private(set) var layers: [Int]
  /// For each connection whether it closes a cycle, and so runs against the direction of the others.
  private(set) var isReversed: [Bool]

  init(nodeCount: Int, connections: [(from: Int, to: Int)]) {
    layers = Array(repeating: 0, count: nodeCount)
    isReversed = []
    let order = Self.order(nodeCount, connections)
    var places = Array(repeating: 0, count: nodeCount)
    for (place, node) in order.enumerated() { places[node] = place }
    isReversed = connections.map { places[$0.from] >= places[$0.to] }
    let forward = zip(connections, isReversed).map { $1 ? (from: $0.to, to: $0.from) : $0 }
    pushDown(forward, order)
    pullDown(forward, order)
  }

  /// Orders the nodes so that each comes after its inputs; of the nodes on cycles the earliest goes first.
  private static func order(_ count: Int, _ connections: [(from: Int, to: Int)]) -> [Int] {
    var waiting = Array(repeating: 0, count: count)
    var consumers = Array(repeating: [Int](), count: count)
    for (from, to) in connections where from != to {
      waiting[to] += 1
      consumers[from].append(to)
    }
    var isPlaced = Array(repeating: false, count: count)
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    var nextOnCycle = 0
    while order.count < count {
      if ready.isEmpty {
        while isPlaced[nextOnCycle] { nextOnCycle += 1 }
        ready.append(nextOnCycle)
      }
      let node = ready.removeFirst()
      if isPlaced[node] { continue }
      isPlaced[node] = true
      order.append(node)
      for consumer in consumers[node] {
        waiting[consumer] -= 1
        if waiting[consumer] == 0 { ready.append(consumer) }
      }
    }
    return order
  }

  /// Puts every node below its inputs.
  private mutating func pushDown(_ connections: [(from: Int, to: Int)], _ order: [Int]) {
    let outputs = Self.neighbours(connections, layers.count, from: \.from, to: \.to)
    for node in order {
      for output in outputs[node] where output != node {
        layers[output] = max(layers[output], layers[node] + 1)
      }
    }
  }

  /// Moves nodes without inputs to the layer before their first consumer, so that connections stay short.
  private mutating func pullDown(_ connections: [(from: Int, to: Int)], _ order: [Int]) {
    let outputs = Self.neighbours(connections, layers.count, from: \.from, to: \.to)
    let inputs = Self.neighbours(connections, layers.count, from: \.to, to: \.from)
    for node in order where inputs[node].allSatisfy({ $0 == node }) {
      if let nearest = outputs[node].filter({ $0 != node }).map({ layers[$0] }).min() {
        layers[node] = nearest - 1
      }
    }
  }

  private static func neighbours(
    _ connections: [(from: Int, to: Int)], _ count: Int, from: KeyPath<(from: Int, to: Int), Int>,
    to: KeyPath<(from: Int, to: Int), Int>
  ) -> [[Int]] {
    var neighbours = Array(repeating: [Int](), count: count)
    for connection in connections {
      neighbours[connection[keyPath: from]].append(connection[keyPath: to])
    }
    return neighbours
  }
}
