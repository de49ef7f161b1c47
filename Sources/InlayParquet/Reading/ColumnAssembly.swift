import InlayBytes
import InlayColumns

/// Puts the columns of leaves together to a nested one: each leaf is decoded by itself, and the levels of the first leaf
/// below a node say where the node is null and where its lists begin.
struct ColumnAssembly {
  /// The chunks of the leaves that are still to be decoded, in the order of the schema.
  private var chunks: ArraySlice<ColumnChunkReader>
  private let rows: Range<Int>

  /// A node's values, one for each of its slots, and the levels of its first leaf where somebody above wants them.
  typealias Part = (column: Column, levels: LeafLevels?)

  init(chunks: [ColumnChunkReader], rows: Range<Int>) {
    self.chunks = chunks[...]
    self.rows = rows
  }

  /// Decodes what is at a node.
  ///
  /// - Parameter slots: The levels of the innermost list that the node is in.
  mutating func column(_ tree: ColumnTree, in slots: ElementLevels, keepsLevels: Bool) throws -> Part {
    switch tree.content {
    case .leaf:
      guard let chunk = chunks.popFirst() else { preconditionFailure("each leaf has a chunk") }
      return try chunk.read(rows, keepsLevels: keepsLevels)
    case .structure(let fields):
      return try structure(tree, of: fields, in: slots, keepsLevels: keepsLevels)
    case .variant(let parts):
      let physical = tree.physicalVariant(parts)
      let part = try structure(physical, of: parts, in: slots, keepsLevels: keepsLevels)
      return (try VariantAssembly.assembled(part.column), part.levels)
    case .list(let levels, let element): return try list(tree, of: element, levels, in: slots)
    }
  }

  private mutating func structure(
    _ tree: ColumnTree, of fields: [ColumnTree], in slots: ElementLevels, keepsLevels: Bool
  ) throws -> Part {
    var columns: [Column] = []
    var levels: LeafLevels?
    for (position, field) in fields.enumerated() {
      let isKept = position == 0 && (keepsLevels || tree.field.isNullable)
      let part = try column(field, in: slots, keepsLevels: isKept)
      if position == 0 { levels = part.levels }
      columns.append(part.column)
    }
    let count = columns.first?.count ?? 0
    if let other = columns.first(where: { $0.count != count }) {
      throw InlayError(
        .corrupt, "the fields of a structure have unequal numbers of values: \(count) and \(other.count)")
    }
    let storage = ColumnStorage.structure(StructureValues(columns: columns, count: count))
    return (
      Column(type: tree.field.type, storage: storage, validity: validity(tree, levels, in: slots)), levels
    )
  }

  private mutating func list(
    _ tree: ColumnTree, of element: ColumnTree, _ elementLevels: ElementLevels, in slots: ElementLevels
  ) throws -> Part {
    let elements = try column(element, in: elementLevels, keepsLevels: true)
    guard let levels = elements.levels else { preconditionFailure("levels are there where they are wanted") }
    let offsets = try levels.offsets(of: elementLevels, in: slots)
    guard Int(offsets[offsets.count - 1]) == elements.column.count else {
      throw InlayError(
        .corrupt, "the levels of a list do not go with its elements: \(elements.column.count)")
    }
    if case .map = tree.field.type { try requireKeys(elements.column) }
    let storage = ColumnStorage.list(ListValues(offsets: offsets, elements: elements.column))
    return (
      Column(type: tree.field.type, storage: storage, validity: validity(tree, levels, in: slots)), levels
    )
  }

  /// Returns where a nested value is there, or nil when it is in all slots.
  private func validity(_ tree: ColumnTree, _ levels: LeafLevels?, in slots: ElementLevels) -> Bitmap? {
    guard tree.field.isNullable, let levels else { return nil }
    let presence = levels.presence(at: tree.definitionLevel, in: slots)
    return presence.isComplete ? nil : presence.bits
  }

  private func requireKeys(_ entries: Column) throws {
    guard case .structure(let values) = entries.storage, let keys = values.columns.first,
      keys.nullCount > 0
    else { return }
    throw InlayError(.corrupt, "a map has entries whose key is null: \(keys.nullCount)")
  }
}

extension ColumnTree {
  /// The structure that a variant is in the file.
  fileprivate func physicalVariant(_ parts: [ColumnTree]) -> ColumnTree {
    var tree = self
    tree.field.type = .structure(parts.map(\.field))
    tree.content = .structure(parts)
    return tree
  }
}
