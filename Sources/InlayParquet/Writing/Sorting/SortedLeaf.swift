import InlayBytes
import InlayColumns

/// A leaf column by which rows are sorted.
struct SortedLeaf: Sendable {
  let leaf: ColumnLayout
  let key: SortKey
  /// The position of the leaf among those of the file.
  let position: Int

  /// What the footer says of it.
  var sortingColumn: SortingColumn {
    SortingColumn(
      columnIndex: Int32(position), isDescending: key.isDescending, areNullsFirst: key.areNullsFirst)
  }

  /// Finds the leaf of a key.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when there is none, or it is one of values that have no order.
  init(_ key: SortKey, _ layout: FileLayout) throws {
    let name = key.path.joined(separator: ".")
    guard let position = layout.leaves.firstIndex(where: { $0.path.names == key.path }) else {
      throw InlayError(
        .invalidInput,
        "sortingColumns names no column of values; name one, or a field of a structure: \(name)")
    }
    leaf = layout.leaves[position]
    guard leaf.path.repetitionLevel == 0, leaf.order != .undefined else {
      throw InlayError(
        .invalidInput, "sortingColumns names a column whose values have no order; leave it out: \(name)")
    }
    (self.key, self.position) = (key, position)
  }

  /// Returns the leaf's value of each row, not in dictionary form, and null where something on the way to it is.
  func values(of batch: RecordBatch, firstRow: Int) throws -> Column {
    let column = batch.columns[leaf.path.column]
    guard !leaf.path.isFlat else { return column.decoded() }
    let entries = try Shredder.entries(of: column, leaf.path, firstRow: firstRow)
    guard let positions = entries.positions else { return entries.values.decoded() }
    guard let present = entries.levels.present else { return entries.values.gathered(positions).decoded() }
    let spread = entries.values.gathered(Self.spread(positions, present)).decoded()
    return Column(type: spread.type, storage: spread.storage, validity: present)
  }

  /// Returns a position for each row: where one has no value, that of any other will do.
  private static func spread(_ positions: Values<UInt32>, _ present: Bitmap) -> Values<UInt32> {
    var rows = ValueBuilder<UInt32>(capacity: present.count)
    var used = 0
    for row in 0..<present.count {
      used += present[row] ? 1 : 0
      rows.append(used == 0 ? 0 : positions[used - 1])
    }
    return rows.freeze()
  }
}
