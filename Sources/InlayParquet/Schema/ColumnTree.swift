import InlayColumns

/// How a column is put together from leaves of the file: the schema tree below it without the groups that are only there
/// to wrap lists and maps (LogicalTypes.md, Nested Types).
struct ColumnTree: Hashable, Sendable {
  /// The name, the type, and whether a value may be missing.
  var field: Field
  /// The least definition level at which a value is there and not null.
  let definitionLevel: Int
  /// What a value is made of.
  var content: Content

  indirect enum Content: Hashable, Sendable {
    case leaf(ColumnLeaf)
    /// One value of each.
    case structure([ColumnTree])
    /// One variant, which is made whole of such parts as the writer took out.
    case variant([ColumnTree])
    /// Any number of elements; the elements of a map are structures of a key and a value.
    case list(ElementLevels, ColumnTree)
  }

  /// The leaves, in the order of the schema.
  var leaves: [ColumnLeaf] {
    switch content {
    case .leaf(let leaf): [leaf]
    case .structure(let fields), .variant(let fields): fields.flatMap(\.leaves)
    case .list(_, let element): element.leaves
    }
  }

  /// The leaf of a column that is neither nested nor repeated.
  var flatLeaf: ColumnLeaf? {
    guard case .leaf(let leaf) = content else { return nil }
    return leaf
  }
}

/// The levels at which the elements of a list are.
struct ElementLevels: Hashable, Sendable {
  /// The number of lists that an element is in, this one counted: the greatest repetition level at which one begins.
  let repetition: Int
  /// The least definition level at which there is an element.
  let definition: Int

  /// The rows themselves, which are the elements of no list.
  static let rows = ElementLevels(repetition: 0, definition: 0)
}

/// A leaf of the schema tree as a part of a column.
struct ColumnLeaf: Hashable, Sendable {
  /// The place among all leaves of the file.
  let position: Int
  let element: SchemaElement
  /// The type and whether a value may be missing.
  let field: Field
  /// The names of the schema's nodes down to here, with dots between them.
  let path: String
  /// The greatest definition level, at which a value is there.
  let definitionLevel: Int
  /// The levels of the innermost list that the leaf is in.
  let slots: ElementLevels

  /// Whether the leaf is a column of its own with one value or null for each row.
  var isFlat: Bool { slots.repetition == 0 && definitionLevel <= 1 }
}
