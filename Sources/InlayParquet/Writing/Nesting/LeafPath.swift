import InlayColumns

/// The way from a column of a table to one of its leaves: what is to be looked at on it, and the levels of the leaf.
struct LeafPath: Hashable, Sendable {
  /// What is met on the way, from the column to the leaf.
  enum Step: Hashable, Sendable {
    /// Something that may be null: one definition level.
    case nullable
    /// Something that must be there; so many of the path's names lead to it.
    case required(depth: Int)
    /// A field of a structure, by its position.
    case field(Int)
    /// The elements of a list or map: one definition level and one repetition level.
    case elements
  }

  /// The position of the column in the table.
  let column: Int
  /// The names of the schema's nodes, from the column's to the leaf's.
  private(set) var names: [String] = []
  private(set) var steps: [Step] = []
  /// The definition level of a value that is there.
  private(set) var definitionLevel = 0
  /// The number of lists and maps on the way.
  private(set) var repetitionLevel = 0

  /// The most names of a path, so that levels fit in a byte and readers with a limit of depth take the file.
  static let nameLimit = 100

  /// Begins at a column.
  init(column: Int) { self.column = column }

  /// Whether the column is the leaf itself.
  var isFlat: Bool { steps.count <= 1 }

  /// The names with dots between them, as messages have them.
  var description: String { names.joined(separator: ".") }

  /// Goes on to a node of the schema.
  mutating func enter(_ name: String, isNullable: Bool) {
    names.append(name)
    steps.append(isNullable ? .nullable : .required(depth: names.count))
    definitionLevel += isNullable ? 1 : 0
  }

  /// Goes on to the elements of a list or map, whose repeated node has a name of its own.
  mutating func enterElements(_ name: String) {
    names.append(name)
    steps.append(.elements)
    definitionLevel += 1
    repetitionLevel += 1
  }

  /// Goes on to the entries of a map, which are structures that must be there and have no node of their own.
  mutating func enterEntry() { steps.append(.required(depth: names.count)) }

  /// Goes on to a field of a structure.
  mutating func enterField(_ position: Int) { steps.append(.field(position)) }
}
