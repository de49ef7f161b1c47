import InlayBytes
import InlayColumns

/// The keys of a batch that is to be joined, and which row has which of them.
///
/// One key column in dictionary form with few entries gives its entries, each of which is then looked for once and not
/// for each row that has it.
struct ProbeKeys: Sendable {
  /// What is looked for.
  let keys: KeyColumn
  /// For each row the position of its key; nil when row n has key n.
  private let positions: Values<UInt32>?
  /// Which rows have a key, beside what the keys say; nil when all have.
  private let validity: Bitmap?

  /// Takes the key columns of a batch.
  init(_ columns: [Column], rowCount: Int) {
    if columns.count == 1, case .dictionary(let values) = columns[0].storage,
      values.base.column.count <= rowCount / 2
    {
      keys = KeyColumn([values.base.column], rowCount: values.base.column.count)
      positions = values.indices
      validity = columns[0].validity
    } else {
      keys = KeyColumn(columns, rowCount: rowCount)
      positions = nil
      validity = nil
    }
  }

  /// Returns for each row what was found for its key.
  func rows(_ found: Values<UInt32>) -> Values<UInt32> {
    guard let positions else { return found }
    guard let validity else { return found.gathered(positions) }
    positions.requireAll(below: found.count)
    var rows = ValueBuilder<UInt32>(capacity: positions.count)
    rows.append(count: positions.count) { room in
      for index in 0..<room.count { room[index] = found[Int(positions[index])] }
      KeyTable.erase(&room, where: validity)
    }
    return rows.freeze()
  }
}
