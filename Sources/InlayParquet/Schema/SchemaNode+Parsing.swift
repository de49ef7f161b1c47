import InlayBytes

extension SchemaNode {
  /// Makes the tree of a footer's list, in which each group is followed by its children.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when the list is no tree, ``InlayError/Code/limitExceeded``.
  init(parsing elements: [SchemaElement], limits: ParquetLimits) throws {
    guard elements.count <= limits.schemaElementCount else {
      throw InlayError(
        .limitExceeded,
        "the schema has more nodes than ParquetLimits.schemaElementCount allows: \(elements.count)")
    }
    var parser = Parser(elements: elements, depthLimit: limits.schemaDepth)
    self = try parser.root()
    guard parser.position == elements.count else {
      throw InlayError(
        .corrupt, "the schema has nodes that belong to no group: \(elements.count - parser.position)")
    }
  }

  private struct Parser {
    let elements: [SchemaElement]
    let depthLimit: Int
    var position = 0
    var leafCount = 0

    mutating func root() throws -> SchemaNode {
      guard let root = elements.first else { throw InlayError(.corrupt, "the schema has no root") }
      position = 1
      return try group(root, definitionLevel: 0, repetitionLevel: 0, depth: 0)
    }

    /// Takes the next node and all below it.
    private mutating func node(in parent: SchemaElement, _ outer: (Int, Int), depth: Int) throws -> SchemaNode
    {
      guard position < elements.count else {
        throw InlayError(
          .corrupt, "the schema ends before the children of a group do", at: .init(column: parent.name))
      }
      let element = elements[position]
      position += 1
      // The format requires a repetition; a file without one is read as other readers do.
      let repetition = element.repetition ?? .required
      let definitionLevel = outer.0 + (repetition == .required ? 0 : 1)
      let repetitionLevel = outer.1 + (repetition == .repeated ? 1 : 0)
      guard element.type == nil || (element.childCount ?? 0) > 0 else {
        leafCount += 1
        return SchemaNode(
          element: element, children: [], leaves: leafCount - 1..<leafCount, definitionLevel: definitionLevel,
          repetitionLevel: repetitionLevel)
      }
      return try group(
        element, definitionLevel: definitionLevel, repetitionLevel: repetitionLevel, depth: depth)
    }

    private mutating func group(
      _ element: SchemaElement, definitionLevel: Int, repetitionLevel: Int, depth: Int
    ) throws -> SchemaNode {
      guard depth <= depthLimit else {
        throw InlayError(
          .limitExceeded, "the schema nests deeper than ParquetLimits.schemaDepth allows",
          at: .init(column: element.name))
      }
      guard let childCount = element.childCount ?? (depth == 0 ? 0 : nil), childCount >= 0 else {
        throw InlayError(
          .corrupt, "the schema has a node that is neither a group nor of a known physical type",
          at: .init(column: element.name))
      }
      let firstLeaf = leafCount
      var children: [SchemaNode] = []
      for _ in 0..<childCount {
        children.append(try node(in: element, (definitionLevel, repetitionLevel), depth: depth + 1))
      }
      return SchemaNode(
        element: element, children: children, leaves: firstLeaf..<leafCount, definitionLevel: definitionLevel,
        repetitionLevel: repetitionLevel)
    }
  }
}
