import InlayBytes
import InlayColumns

/// Keeps the value of each group's first or last row, which may be null.
final class PickedValues: GroupAccumulator {
  private var chunks: ColumnChunks
  // Where each group's value stands in the chunks; `nothing` for a group without rows.
  private var positions = ValueBuilder<UInt32>()
  private let isLast: Bool
  private let isLocal: Bool

  private static let nothing = UInt32.max
  /// How many values that are no group's any more are kept at most, beside as many as there are groups.
  private static let slack = 65_536

  init(type: DataType, isLast: Bool, isLocal: Bool) {
    chunks = ColumnChunks(type: type)
    self.isLast = isLast
    self.isLocal = isLocal
  }

  func grow(to count: Int) {
    if count > positions.count { positions.append(repeating: Self.nothing, count: count - positions.count) }
  }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column else { mismatch() }
    if isLocal {
      for row in 0..<groups.count { place(UInt32(row), ofGroup: Int(groups[row])) }
      return chunks.append(column)
    }
    var rows = ValueBuilder<UInt32>(capacity: groups.count)
    let start = chunks.count
    for row in 0..<groups.count where place(UInt32(start + rows.count), ofGroup: Int(groups[row])) {
      rows.append(UInt32(row))
    }
    chunks.append(column, at: rows.freeze())
    compact()
  }

  /// Notes where a row's value stands, unless the group has an earlier one that it keeps; returns whether it did.
  @discardableResult
  private func place(_ position: UInt32, ofGroup group: Int) -> Bool {
    guard isLast || positions[group] == Self.nothing else { return false }
    positions[group] = position
    return true
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? PickedValues else { mismatch() }
    var rows = ValueBuilder<UInt32>(capacity: entries.count)
    for index in 0..<entries.count { rows.append(later.positions[Int(entries[index])]) }
    add(later.chunks.joined().gathered(rows.freeze()).decoded(), groups: groups)
  }

  /// Lets go of values that are no group's any more when they are more than the others.
  private func compact() {
    guard isLast, chunks.count > positions.count * 2 + Self.slack else { return }
    let kept = positions.copied()
    chunks.keep(GroupWords.mapped(kept.span) { $0 == Self.nothing ? 0 : $0 })
    for group in 0..<positions.count where positions[group] != Self.nothing {
      positions[group] = UInt32(group)
    }
  }

  var heldByteCount: Int { chunks.count * 16 + chunks.textByteCount }

  func result() -> Column {
    guard chunks.count > 0 else { return .nulls(of: chunks.type, count: positions.count) }
    // Only the one group of no rows has no value, and then there are no chunks.
    return chunks.joined().gathered(positions.copied())
  }
}
