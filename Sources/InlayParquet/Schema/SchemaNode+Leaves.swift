extension SchemaNode {
  /// A leaf of a schema tree, with the names that lead to it.
  public struct Leaf: Hashable, Sendable {
    /// The names from the root, which is left out, to the leaf.
    public let path: [String]
    /// The leaf.
    public let node: SchemaNode

    /// The names with dots between them, as messages and options have them.
    public var name: String { path.joined(separator: ".") }
  }

  /// Lists the leaves at or below this node, in the order of the column chunks; O(nodes).
  ///
  /// - Parameter prefix: The names that lead to this node, its own counted.
  public func leafNodes(below prefix: [String] = []) -> [Leaf] {
    // A root without children has no values, whatever type it claims.
    if isLeaf { return leaves.isEmpty ? [] : [Leaf(path: prefix, node: self)] }
    return children.flatMap { $0.leafNodes(below: prefix + [$0.name]) }
  }
}
