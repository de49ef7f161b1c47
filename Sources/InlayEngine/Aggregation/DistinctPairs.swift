import InlayBytes
import InlayColumns

/// Hands each value of a group on once: to an accumulator that counts or sums what it is given.
final class DistinctPairs: GroupAccumulator {
  private let inner: any GroupAccumulator
  private let isLocal: Bool
  private var pairs = PairTable()
  // The pairs of one batch in the order in which they came, for the lanes to take.
  private var values: ColumnChunks
  private var groupsOfValues = ValueBuilder<UInt32>()
  private var groupCount = 0

  private static let nothing = UInt32.max

  init(of type: DataType, inner: any GroupAccumulator, isLocal: Bool) {
    self.inner = inner
    self.isLocal = isLocal
    values = ColumnChunks(type: type)
  }

  func grow(to count: Int) {
    inner.grow(to: count)
    groupCount = max(groupCount, count)
  }

  func add(_ column: Column?, groups: Values<UInt32>) throws {
    guard let column, groups.count > 0 else { return }
    let keys = try GroupKeys([column], rowCount: column.count)
    let rows = pairs.add(keys, present: column.validity, groups: groups)
    let new = column.gathered(rows)
    let newGroups = groups.gathered(rows)
    guard isLocal else { return try inner.add(new, groups: newGroups) }
    values.append(new)
    groupsOfValues.append(contentsOf: newGroups.span)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) throws {
    guard let later = later as? DistinctPairs else { mismatch() }
    guard later.values.count > 0 else { return }
    var groupOfEntry = ValueBuilder<UInt32>(capacity: later.groupCount)
    groupOfEntry.append(repeating: Self.nothing, count: later.groupCount)
    for index in 0..<entries.count { groupOfEntry[Int(entries[index])] = groups[index] }
    var rows = ValueBuilder<UInt32>()
    var mine = ValueBuilder<UInt32>()
    for row in 0..<later.groupsOfValues.count {
      let group = groupOfEntry[Int(later.groupsOfValues[row])]
      guard group != Self.nothing else { continue }
      rows.append(UInt32(row))
      mine.append(group)
    }
    try add(later.values.joined().gathered(rows.freeze()), groups: mine.freeze())
  }

  func result() -> Column { inner.result() }

  var heldByteCount: Int { pairs.byteCount }
}

/// The pairs of a group and a value that have been seen.
private struct PairTable: ~Copyable {
  private var table = CodeTable()
  private var groups = ValueBuilder<UInt32>()
  // The values by pair, in the one form that all batches give.
  private var words = ValueBuilder<UInt64>()
  private var texts = TextStore()
  private let seed = UInt64.random(in: .min ... .max)

  /// The bytes of all pairs: a slot, the group, and the value in one of two forms.
  var byteCount: Int { groups.count * 28 + texts.count * 8 + texts.longByteCount }

  /// Adds the pairs whose values are not null; returns the rows of those that are new, in order.
  mutating func add(_ keys: GroupKeys, present: Bitmap?, groups: Values<UInt32>) -> Values<UInt32> {
    switch keys.form {
    case .words(let words):
      add(keys, present, groups, isSame: { $0.words[$1] == words[$2] }, keep: { $0.words.append(words[$1]) })
    case .views(let views):
      add(
        keys, present, groups, isSame: { $0.texts.isSame(at: $1, as: views, at: $2) },
        keep: { $0.texts.append(views, at: $1) })
    }
  }

  @inline(__always)
  private mutating func add(
    _ keys: GroupKeys, _ present: Bitmap?, _ groups: Values<UInt32>,
    isSame: (borrowing PairTable, Int, Int) -> Bool, keep: (inout PairTable, Int) -> Void
  ) -> Values<UInt32> {
    let hashes = keys.hashes(seed: seed)
    var rows = ValueBuilder<UInt32>()
    for row in 0..<groups.count where present?[row] ?? true {
      let group = groups[row]
      let hash = Hash64.mix(hashes[row], UInt64(group) ^ seed)
      let known = table.find(hash: hash) { self.groups[Int($0)] == group && isSame(self, Int($0), row) }
      guard known == nil else { continue }
      _ = table.code(hash: hash) { _ in false }
      self.groups.append(group)
      keep(&self, row)
      rows.append(UInt32(row))
    }
    return rows.freeze()
  }
}
