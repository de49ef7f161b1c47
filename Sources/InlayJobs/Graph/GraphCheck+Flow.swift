extension GraphCheck {
  /// Orders the nodes so that each comes after those it takes rows from, and reports the cycles that prevent it.
  ///
  /// Of the nodes that could come next the one that stands first in the document does.
  mutating func checkFlow() -> [Int] {
    var waitingFor = vertices.map { Set($0.inputs.compactMap { $0 }).count }
    var ready = vertices.indices.filter { waitingFor[$0] == 0 }
    var order: [Int] = []
    var next = 0
    while next < ready.count {
      let position = ready[next]
      next += 1
      order.append(position)
      for consumer in vertices[position].consumers {
        waitingFor[consumer] -= 1
        if waitingFor[consumer] == 0 { ready.append(consumer) }
      }
    }
    if order.count < vertices.count { reportCycles(outside: Set(order)) }
    reportMultiplication(along: order)
    return order
  }

  /// How many steps a target may need when a node counts once for each way that its rows take.
  static let maximumSteps = 10_000

  /// Reports a target whose rows come together from so many ways that following all would not end.
  ///
  /// A node that several nodes take rows from is run for each of them; joins of such nodes double the work again
  /// and again.
  private mutating func reportMultiplication(along order: [Int]) {
    var steps = Array(repeating: 1, count: vertices.count)
    for position in order {
      for case let input? in vertices[position].inputs {
        steps[position] = min(steps[position] + steps[input], Self.maximumSteps + 1)
      }
      if steps[position] > Self.maximumSteps, vertices[position].consumers.isEmpty {
        error(
          position, "Inputs",
          "The rows of the node come together from too many ways; a node may be reached in \(Self.maximumSteps) steps "
            + "at most. Write what is shared to a folder with a job of its own.")
      }
    }
  }

  /// Reports cycles among the nodes that could not be ordered.
  ///
  /// Each of those nodes has an input among them, so following the first such input from any of them ends in a
  /// cycle. No node is followed twice: a cycle that shares nodes with a reported one is seen once that is mended.
  private mutating func reportCycles(outside ordered: Set<Int>) {
    var visitedBy: [Int: Int] = [:]
    for start in vertices.indices where !ordered.contains(start) && visitedBy[start] == nil {
      var path: [Int] = []
      var position = start
      while visitedBy[position] == nil {
        visitedBy[position] = start
        path.append(position)
        guard let input = vertices[position].inputs.compactMap({ $0 }).first(where: { !ordered.contains($0) })
        else {
          break
        }
        position = input
      }
      if visitedBy[position] == start, let entry = path.firstIndex(of: position) {
        reportCycle(Array(path[entry...].reversed()))
      }
    }
  }

  /// Reports one cycle, whose nodes stand in the order that rows flow, from the one that comes first in the document.
  private mutating func reportCycle(_ cycle: [Int]) {
    guard let first = cycle.min(), let start = cycle.firstIndex(of: first) else { return }
    let labels = (cycle[start...] + cycle[..<start] + [first]).map { vertices[$0].node.label }
    error(
      first, "Inputs",
      "The rows of the node flow back into it; take one of these connections out: \(labels.joined(separator: " → "))"
    )
  }
}
