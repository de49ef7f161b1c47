/// A node of a file's schema tree, with what its place in the tree says.
public struct SchemaNode: Hashable, Sendable {
  /// What the footer says of the node.
  public let element: SchemaElement
  /// The nodes below, in order; none for a leaf.
  public let children: [SchemaNode]
  /// The positions of the leaf columns at or below this node among all of the file.
  public let leaves: Range<Int>
  /// The definition level at which the node is there.
  public let definitionLevel: Int
  /// The number of repeated nodes from the root to here, this one counted.
  public let repetitionLevel: Int

  /// The node's name.
  public var name: String { element.name }
  /// Whether the node has values of its own rather than children.
  public var isLeaf: Bool { element.type != nil && children.isEmpty }
}
