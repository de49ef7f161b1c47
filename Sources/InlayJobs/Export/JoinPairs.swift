import InlayBytes

/// The keys of a Join, pair by pair in the order of its inputs.
struct JoinPairs {
  let type: String
  let pairs: [(first: [String], second: [String])]

  init(_ node: ExportNode) {
    type = node.text("JoinType") ?? "equijoin"
    var sides = node.objects("Columns").map {
      (from: $0["From"]?.string ?? "", keys: ExportNode.paths($0["Keys"]))
    }
    let inputs = node.node.inputs
    // A node joined with itself is named twice; the order of the keys is all there is to go by.
    if sides.count == 2, inputs.count == 2, inputs[0] != inputs[1], sides[0].from == inputs[1] {
      sides.reverse()
    }
    pairs = sides.count == 2 ? zip(sides[0].keys, sides[1].keys).map { (first: $0, second: $1) } : []
  }

  /// Returns the names under which a SparkSQL sees its inputs, with the names that these have in the script.
  static func aliases(of node: ExportNode) -> [(alias: String, frame: String)] {
    let frames = Dictionary(zip(node.node.inputs, node.inputs), uniquingKeysWith: { first, _ in first })
    return node.objects("SqlAliases").compactMap { object in
      guard let alias = object["Alias"]?.string, let frame = object["From"]?.string.flatMap({ frames[$0] })
      else { return nil }
      return (alias, frame)
    }
  }
}
