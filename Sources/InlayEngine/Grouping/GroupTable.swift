import InlayBytes
import InlayColumns

/// The groups of one lane: a hash table from keys to the numbers 0, 1, 2, … in the order of their first appearance.
struct GroupTable: ~Copyable {
  private var table = CodeTable()
  // The keys by group, in the one form that all batches give; the other one stays empty.
  private var words = ValueBuilder<UInt64>()
  private var texts = TextStore()
  private var nullGroup = Self.noGroup

  private static let noGroup = UInt32.max

  /// The number of groups.
  var count: Int { table.count }

  /// Numbers the groups of some keys.
  ///
  /// - Returns: For each key its group, and the indices of the keys that are the first of theirs.
  /// - Throws: ``InlayError/Code/limitExceeded`` for more groups than a table can tell apart.
  mutating func groups(
    of keys: GroupKeys, hashes: Values<UInt64>
  ) throws -> (groups: Values<UInt32>, first: Values<UInt32>) {
    guard count + keys.count < CodeTable.limit else {
      throw InlayError(.limitExceeded, "there may be at most 4,294,967,293 groups; group by fewer columns")
    }
    var groups = ValueBuilder<UInt32>(capacity: keys.count)
    var first = ValueBuilder<UInt32>()
    groups.append(count: keys.count) { room in
      table.suggest(hashes.span, into: &room)
      switch keys.form {
      case .words(let words): number(words, keys.validity, hashes, &room, &first)
      case .views(let views): number(views, keys.validity, hashes, &room, &first)
      }
    }
    return (groups.freeze(), first.freeze())
  }

  /// Verifies the groups that were suggested, and searches where they are wrong.
  private mutating func number(
    _ keys: Values<UInt64>, _ validity: Bitmap?, _ hashes: Values<UInt64>,
    _ groups: inout MutableSpan<UInt32>, _ first: inout ValueBuilder<UInt32>
  ) {
    let keys = keys.span
    for index in keys.indices {
      if let validity, !validity[index] {
        groups[index] = groupOfNull(hashes[index], index, &first)
        continue
      }
      let key = keys[index]
      let group = groups[index]
      if group != Self.noGroup, group != nullGroup, words[Int(group)] == key { continue }
      groups[index] =
        table.find(hash: hashes[index]) { $0 != nullGroup && words[Int($0)] == key }
        ?? insert(hashes[index], index, &first) { $0.words.append(key) }
    }
  }

  private mutating func number(
    _ keys: ViewValues, _ validity: Bitmap?, _ hashes: Values<UInt64>,
    _ groups: inout MutableSpan<UInt32>, _ first: inout ValueBuilder<UInt32>
  ) {
    for index in 0..<keys.count {
      if let validity, !validity[index] {
        groups[index] = groupOfNull(hashes[index], index, &first)
        continue
      }
      let group = groups[index]
      if group != Self.noGroup, group != nullGroup, texts.isSame(at: Int(group), as: keys, at: index) {
        continue
      }
      groups[index] =
        table.find(hash: hashes[index]) { $0 != nullGroup && texts.isSame(at: Int($0), as: keys, at: index) }
        ?? insert(hashes[index], index, &first) { $0.texts.append(keys, at: index) }
    }
  }

  private mutating func groupOfNull(
    _ hash: UInt64, _ index: Int, _ first: inout ValueBuilder<UInt32>
  ) -> UInt32 {
    if nullGroup == Self.noGroup {
      nullGroup = insert(hash, index, &first) {
        // What stands here is never compared; only one of both is in use.
        $0.words.append(0)
        $0.texts.appendEmpty()
      }
    }
    return nullGroup
  }

  @inline(__always)
  private mutating func insert(
    _ hash: UInt64, _ index: Int, _ first: inout ValueBuilder<UInt32>, _ keep: (inout GroupTable) -> Void
  ) -> UInt32 {
    first.append(UInt32(truncatingIfNeeded: index))
    keep(&self)
    return table.code(hash: hash) { _ in false }
  }
}
