import CInlayKernels
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
  // How many keys ahead memory is asked for: about as many as the processor can wait for at once.
  private static let distance = 16

  /// The number of groups.
  var count: Int { table.count }
  /// The bytes of the long texts among the keys.
  var textByteCount: Int { texts.longByteCount }

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
    // Out of the table while its slots change, and back at the end.
    var words = ValueBuilder<UInt64>()
    swap(&words, &self.words)
    for index in keys.indices {
      if let validity, !validity[index] {
        groups[index] = groupOfNull(hashes[index], index, &first) { words.append(0) }
        continue
      }
      let key = keys[index]
      let (group, nullGroup) = (groups[index], nullGroup)
      if group != Self.noGroup, group != nullGroup, words[Int(group)] == key { continue }
      let code = table.code(hash: hashes[index]) { $0 != nullGroup && words[Int($0)] == key }
      groups[index] = code
      if Int(code) == words.count {
        words.append(key)
        first.append(UInt32(truncatingIfNeeded: index))
      }
    }
    swap(&words, &self.words)
  }

  private mutating func number(
    _ keys: ViewValues, _ validity: Bitmap?, _ hashes: Values<UInt64>,
    _ groups: inout MutableSpan<UInt32>, _ first: inout ValueBuilder<UInt32>
  ) {
    // Out of the table while its slots change, and back at the end.
    var texts = TextStore()
    swap(&texts, &self.texts)
    for index in 0..<keys.count {
      Self.prefetch(texts, groups, keys, after: index)
      if let validity, !validity[index] {
        groups[index] = groupOfNull(hashes[index], index, &first) { texts.appendEmpty() }
        continue
      }
      let (group, nullGroup) = (groups[index], nullGroup)
      if group != Self.noGroup, group != nullGroup, texts.isSame(at: Int(group), as: keys, at: index) {
        continue
      }
      let code = table.code(hash: hashes[index]) {
        $0 != nullGroup && texts.isSame(at: Int($0), as: keys, at: index)
      }
      groups[index] = code
      if Int(code) == texts.count {
        texts.append(keys, at: index)
        first.append(UInt32(truncatingIfNeeded: index))
      }
    }
    swap(&texts, &self.texts)
  }

  /// Asks for the texts of groups that were suggested for later keys: first for where they lie, then for their bytes;
  /// and for those keys, which a lane finds scattered over the batch's memory.
  @inline(__always)
  private static func prefetch(
    _ texts: borrowing TextStore, _ groups: borrowing MutableSpan<UInt32>, _ keys: ViewValues,
    after index: Int
  ) {
    guard index &+ 2 &* distance < groups.count else { return }
    let later = groups[index &+ 2 &* distance]
    if later != noGroup { inlay_prefetch(texts.addressOfView(at: Int(later))) }
    let next = groups[index &+ distance]
    if next != noGroup { inlay_prefetch(texts.address(at: Int(next))) }
    inlay_prefetch(keys.address(at: index &+ distance))
  }

  /// The group of the keys that are null; `keep` keeps something in the place of the first one, that is never compared.
  private mutating func groupOfNull(
    _ hash: UInt64, _ index: Int, _ first: inout ValueBuilder<UInt32>, _ keep: () -> Void
  ) -> UInt32 {
    if nullGroup == Self.noGroup {
      first.append(UInt32(truncatingIfNeeded: index))
      keep()
      nullGroup = table.code(hash: hash) { _ in false }
    }
    return nullGroup
  }

  /// Whether the keys of one column of a type can be made again of what the table keeps.
  static func keeps(_ type: DataType) -> Bool {
    switch type {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .date, .time, .timestamp, .string, .binary:
      true
    default: false
    }
  }

  /// Returns the keys by group, of one column of a type that is kept.
  mutating func keyColumn(of type: DataType) -> Column {
    let storage: ColumnStorage =
      switch type {
      case .string, .binary: .views(texts.values())
      default:
        OrderedWords.storage(
          of: GroupWords.mapped(words.span) { Int64(bitPattern: $0) }, type: type)
      }
    return Column(type: type, storage: storage, validity: validity)
  }

  /// Which groups have a key that is not null; nil when all have.
  private var validity: Bitmap? {
    guard nullGroup != Self.noGroup else { return nil }
    var bits = BitmapBuilder(capacity: count)
    bits.append(repeating: true, count: Int(nullGroup))
    bits.append(false)
    bits.append(repeating: true, count: count - Int(nullGroup) - 1)
    return bits.freeze()
  }
}
