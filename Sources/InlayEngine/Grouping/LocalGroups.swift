import InlayBytes
import InlayColumns

/// The groups of the rows of one batch: what makes several rows into one before the lanes see them.
struct LocalGroups: Sendable {
  /// For each row its group in the batch.
  let ids: Values<UInt32>
  /// For each group of the batch its first row, in order.
  let firstRows: Values<UInt32>

  /// Puts all rows of a batch, of which there is at least one, into one group.
  init(oneGroupOf rowCount: Int) {
    var ids = ValueBuilder<UInt32>(capacity: rowCount)
    ids.append(repeating: 0, count: rowCount)
    self.init(ids: ids.freeze(), firstRows: Values([0]))
  }

  /// Groups rows by their keys; nil when the first rows show that most have a group of their own.
  ///
  /// What is decided depends on the batch alone, so that sums of floating-point numbers, which depend on the order of
  /// additions, are the same whatever the number of threads.
  init?(_ keys: GroupKeys, hashes: Values<UInt64>) {
    switch keys.form {
    case .words(let words):
      self.init(keys, hashes) { words[$0] == words[$1] }
    case .views(let views):
      self.init(keys, hashes) { views.isSame(at: $0, as: views, at: $1) }
    }
  }

  private init(ids: Values<UInt32>, firstRows: Values<UInt32>) {
    self.ids = ids
    self.firstRows = firstRows
  }

  /// How many rows are looked at before it is decided whether grouping them pays.
  private static func sampleSize(of count: Int) -> Int { max(1024, count / 8) }

  @inline(__always)
  private init?(_ keys: GroupKeys, _ hashes: Values<UInt64>, isSame: (Int, Int) -> Bool) {
    let hashes = hashes.span
    let sampleSize = Self.sampleSize(of: hashes.count)
    var ids = ValueBuilder<UInt32>(capacity: hashes.count)
    var firstRows = ValueBuilder<UInt32>()
    var table = CodeTable()
    var nullGroup: UInt32?
    for row in hashes.indices {
      if row == sampleSize && firstRows.count > sampleSize / 2 { return nil }
      var group: UInt32
      if let validity = keys.validity, !validity[row] {
        group = nullGroup ?? table.code(hash: hashes[row]) { _ in false }
        nullGroup = group
      } else {
        group = table.code(hash: hashes[row]) { $0 != nullGroup && isSame(Int(firstRows[Int($0)]), row) }
      }
      if Int(group) == firstRows.count { firstRows.append(UInt32(row)) }
      ids.append(group)
    }
    self.init(ids: ids.freeze(), firstRows: firstRows.freeze())
  }

  /// Groups rows by their positions in a base column, without looking at a value; nil for a base column that is much
  /// larger than the batch, or for positions most of which occur once.
  ///
  /// Two groups may have equal keys, when the base column holds a value twice.
  init?(_ positions: DictionaryValues, validity: Bitmap?) {
    let baseCount = positions.base.column.count
    guard baseCount <= positions.indices.count / 2 else { return nil }
    let indices = positions.indices.span
    self.init(places: baseCount, of: indices.count, validity) { Int(indices[$0]) }
  }

  /// Groups rows by whole numbers that lie close to each other, without hashing them; nil for keys of other kinds, and
  /// for as many numbers from the least to the greatest as a quarter of the rows.
  init?(_ keys: GroupKeys) {
    guard case .words(let words) = keys.form, let bounds = words.signedBounds(keys.validity) else {
      return nil
    }
    let width = UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound)
    guard width < UInt64(words.count / 4) else { return nil }
    let least = UInt64(bitPattern: bounds.lowerBound)
    let source = words.span
    self.init(places: Int(width) + 1, of: words.count, keys.validity) {
      Int(truncatingIfNeeded: source[$0] &- least)
    }
  }

  /// Groups rows by a number below `placeCount` that each has, unless it is null.
  @inline(__always)
  private init(places placeCount: Int, of rowCount: Int, _ validity: Bitmap?, place: (Int) -> Int) {
    // The place behind the others stands for null.
    var groups = ValueBuilder<UInt32>(capacity: placeCount + 1)
    groups.append(repeating: UInt32.max, count: placeCount + 1)
    var ids = ValueBuilder<UInt32>(capacity: rowCount)
    var firstRows = ValueBuilder<UInt32>()
    ids.append(count: rowCount) { ids in
      for row in 0..<rowCount {
        let position = validity?[row] ?? true ? place(row) : placeCount
        var group = groups[position]
        if group == UInt32.max {
          group = UInt32(firstRows.count)
          groups[position] = group
          firstRows.append(UInt32(row))
        }
        ids[row] = group
      }
    }
    self.init(ids: ids.freeze(), firstRows: firstRows.freeze())
  }

  /// For each group of the batch its last row.
  var lastRows: Values<UInt32> {
    var rows = ValueBuilder<UInt32>(capacity: firstRows.count)
    rows.append(repeating: 0, count: firstRows.count)
    for row in 0..<ids.count { rows[Int(ids[row])] = UInt32(row) }
    return rows.freeze()
  }
}
