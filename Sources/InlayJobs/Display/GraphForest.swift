/// A graph as trees that grow from the sources down: what a drawing in lines of text can show.
///
/// A node hangs on the first node that takes its rows; any other connection is told in words. So no line ever
/// crosses another, whatever the graph.
struct GraphForest {
  /// One node in the order of drawing.
  struct Step {
    /// The position of the node in the graph.
    let position: Int
    /// How many of the open lines end in this node: those of the inputs that hang on it.
    let joinedLines: Int
    /// Whether a line leads on from it.
    let leadsOn: Bool
    /// The positions of the inputs that do not hang on it.
    let otherInputs: [Int]
  }

  /// The nodes, each after those that hang on it, the first input's first.
  private(set) var steps: [Step] = []
  private let graph: JobGraph
  private var isPlaced: [Bool]

  init(_ graph: JobGraph) {
    self.graph = graph
    isPlaced = Array(repeating: false, count: graph.vertices.count)
    for position in graph.vertices.indices where graph.vertices[position].consumers.isEmpty {
      grow(from: position)
    }
    // What is left lies on cycles, or flows into one.
    for position in graph.vertices.indices where !isPlaced[position] { grow(from: position) }
  }

  /// A node whose inputs are being placed.
  private struct Frame {
    let position: Int
    let isRoot: Bool
    var remaining: ArraySlice<Int>
    var hanging = 0
    var others: [Int] = []
  }

  /// Places a node and all that hangs on it; a stack of its own keeps deep graphs off the call stack.
  private mutating func grow(from root: Int) {
    isPlaced[root] = true
    var stack = [frame(root, isRoot: true)]
    while var top = stack.popLast() {
      guard let input = top.remaining.popFirst() else {
        steps.append(
          Step(
            position: top.position, joinedLines: top.hanging, leadsOn: !top.isRoot, otherInputs: top.others))
        continue
      }
      if isPlaced[input] {
        top.others.append(input)
        stack.append(top)
      } else {
        isPlaced[input] = true
        top.hanging += 1
        stack.append(top)
        stack.append(frame(input, isRoot: false))
      }
    }
  }

  private func frame(_ position: Int, isRoot: Bool) -> Frame {
    var seen: Set<Int> = []
    let inputs = graph.vertices[position].inputs.compactMap { $0 }.filter { seen.insert($0).inserted }
    return Frame(position: position, isRoot: isRoot, remaining: inputs[...])
  }
}
