import InlayColumns

extension ColumnTree {
  /// Maps a child of the schema's root.
  init(_ node: SchemaNode) { self = Mapping(path: "", slots: .rows).column(node) }

  /// Maps the nodes below a node.
  private struct Mapping {
    /// The names of the nodes above, each with a dot behind it.
    var path: String
    /// The levels of the innermost list that the nodes are in.
    var slots: ElementLevels

    /// Maps a node with its repetition; one that is repeated, and in no list or map by its annotation, is a list without
    /// nulls.
    func column(_ node: SchemaNode) -> ColumnTree {
      guard node.element.repetition == .repeated else {
        return value(node, as: node.name, isNullable: node.element.repetition == .optional)
      }
      return list(
        of: elements(node).value(node, as: "element", isNullable: false), in: node, name: node.name,
        isNullable: false, definitionLevel: node.definitionLevel - 1)
    }

    /// Maps what is at a node, whatever its repetition.
    func value(_ node: SchemaNode, as name: String, isNullable: Bool) -> ColumnTree {
      guard !node.isLeaf else { return leaf(node, as: name, isNullable: isNullable) }
      if let repeated = node.listElements {
        return list(
          of: below(node).element(repeated, ofListNamed: node.name), in: repeated, name: name,
          isNullable: isNullable, definitionLevel: node.definitionLevel)
      }
      if let repeated = node.mapEntries {
        return map(node, repeated, as: name, isNullable: isNullable)
      }
      let fields = node.children.map(below(node).column)
      if node.isVariant {
        return ColumnTree(
          field: Field(name, VariantAssembly.type, isNullable: isNullable, annotation: .variant),
          definitionLevel: node.definitionLevel, content: .variant(fields))
      }
      return ColumnTree(
        field: Field(name, .structure(fields.map(\.field)), isNullable: isNullable),
        definitionLevel: node.definitionLevel, content: .structure(fields))
    }

    private func leaf(_ node: SchemaNode, as name: String, isNullable: Bool) -> ColumnTree {
      let field = Field(
        name, node.element.dataType ?? .binary, isNullable: isNullable, annotation: node.element.annotation)
      let leaf = ColumnLeaf(
        position: node.leaves.lowerBound, element: node.element, field: field, path: path + node.name,
        definitionLevel: node.definitionLevel, slots: slots)
      return ColumnTree(field: field, definitionLevel: node.definitionLevel, content: .leaf(leaf))
    }

    private func list(
      of element: ColumnTree, in repeated: SchemaNode, name: String, isNullable: Bool, definitionLevel: Int
    ) -> ColumnTree {
      ColumnTree(
        field: Field(name, .list(element.field), isNullable: isNullable), definitionLevel: definitionLevel,
        content: .list(repeated.elementLevels, element))
    }

    /// Maps the elements of an annotated list: the repeated node itself, or the one field that it wraps (LogicalTypes.md,
    /// Lists, Backward-compatibility rules).
    ///
    /// Writers name that field as they like; here it always is `element`, so that their columns have equal types.
    private func element(_ repeated: SchemaNode, ofListNamed list: String) -> ColumnTree {
      guard repeated.children.count == 1, let wrapped = repeated.children.first,
        wrapped.element.repetition != .repeated, repeated.name != "array", repeated.name != list + "_tuple"
      else { return elements(repeated).value(repeated, as: "element", isNullable: false) }
      return elements(repeated).below(repeated).value(
        wrapped, as: "element", isNullable: wrapped.element.repetition == .optional)
    }

    /// Maps a map; one without values is the list of its keys.
    ///
    /// Keys are required. Some writers call them optional, and have no null among them all the same.
    private func map(
      _ node: SchemaNode, _ repeated: SchemaNode, as name: String, isNullable: Bool
    ) -> ColumnTree {
      let entries = below(node).elements(repeated).below(repeated)
      guard repeated.children.count == 2 else {
        return list(
          of: entries.value(repeated.children[0], as: "element", isNullable: false), in: repeated, name: name,
          isNullable: isNullable, definitionLevel: node.definitionLevel)
      }
      let key = entries.value(repeated.children[0], as: "key", isNullable: false)
      let second = repeated.children[1]
      let value = entries.value(second, as: "value", isNullable: second.element.repetition == .optional)
      let entry = ColumnTree(
        field: Field("entry", .structure([key.field, value.field]), isNullable: false),
        definitionLevel: repeated.definitionLevel, content: .structure([key, value]))
      return ColumnTree(
        field: Field(name, .map(key: key.field, value: value.field), isNullable: isNullable),
        definitionLevel: node.definitionLevel, content: .list(repeated.elementLevels, entry))
    }

    private func below(_ node: SchemaNode) -> Mapping {
      Mapping(path: path + node.name + ".", slots: slots)
    }

    private func elements(_ repeated: SchemaNode) -> Mapping {
      Mapping(path: path, slots: repeated.elementLevels)
    }
  }
}

extension SchemaNode {
  fileprivate var elementLevels: ElementLevels {
    ElementLevels(repetition: repetitionLevel, definition: definitionLevel)
  }

  /// The repeated node of an annotated list; nil for any other node, and for one whose children are not those of a list:
  /// what is left of that is its physical shape.
  fileprivate var listElements: SchemaNode? {
    guard element.logicalType == .list || element.convertedType == .list else { return nil }
    return onlyRepeatedChild
  }

  /// The repeated node of an annotated map, of one or two fields; nil for any other node, as ``listElements``.
  ///
  /// `MAP_KEY_VALUE` belongs on the entries, and some writers put it where `MAP` belongs.
  fileprivate var mapEntries: SchemaNode? {
    let isMap =
      element.logicalType == .map || element.convertedType == .map || element.convertedType == .mapKeyValue
    guard isMap, let entries = onlyRepeatedChild, (1...2).contains(entries.children.count),
      entries.children.allSatisfy({ $0.element.repetition != .repeated })
    else { return nil }
    return entries
  }

  /// Whether the node is annotated as a variant and has what one needs; what is left of another one is its physical shape.
  fileprivate var isVariant: Bool {
    guard case .variant = element.logicalType else { return false }
    return children.contains { $0.name == "metadata" && $0.isLeaf && $0.element.dataType == .binary }
      && children.contains { $0.name == "value" || $0.name == "typed_value" }
  }

  private var onlyRepeatedChild: SchemaNode? {
    guard children.count == 1, let child = children.first, child.element.repetition == .repeated else {
      return nil
    }
    return child
  }
}
