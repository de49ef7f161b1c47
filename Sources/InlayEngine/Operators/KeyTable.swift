import InlayBytes
import InlayColumns

/// A hash table from keys to groups of rows with equal keys, numbered in the order of their first row.
final class KeyTable: Sendable {
  private let codes: CodeTable
  /// The key of each group.
  private let keys: KeyColumn.Form

  /// Stands for the group of a key that is not in the table.
  static let noGroup = CodeTable.noCode

  private init(codes: consuming CodeTable, keys: KeyColumn.Form) {
    self.codes = codes
    self.keys = keys
  }

  /// Returns for each probe key the group of equal keys.
  func find(_ probe: KeyColumn) -> Values<UInt32> {
    let hashes = probe.hashes()
    var groups = ValueBuilder<UInt32>(capacity: probe.count)
    groups.append(count: probe.count) { room in
      codes.candidates(hashes.span, into: &room)
      switch (probe.form, keys) {
      case (.words(let mine), .words(let theirs)):
        verify(&room, hashes) { row, group in mine[row] == theirs[group] }
      case (.views(let mine), .views(let theirs)):
        verify(&room, hashes) { row, group in mine.isSame(at: row, as: theirs, at: group) }
      default: preconditionFailure("both sides of a join have keys of one type")
      }
    }
    let found = groups.freeze()
    return probe.validity.map { Self.erase(found, where: $0) } ?? found
  }

  /// Compares each row's key with that of the group that its hash suggests, and searches where that is not the one.
  @inline(__always)
  private func verify(
    _ groups: inout MutableSpan<UInt32>, _ hashes: Values<UInt64>, isSame: (Int, Int) -> Bool
  ) {
    for row in 0..<groups.count {
      let group = groups[row]
      if group == Self.noGroup || group != CodeTable.unknownCode && isSame(row, Int(group)) { continue }
      groups[row] = codes.find(hash: hashes[row]) { isSame(row, Int($0)) } ?? Self.noGroup
    }
  }

  /// Takes the group from rows whose key is null.
  private static func erase(_ groups: Values<UInt32>, where validity: Bitmap) -> Values<UInt32> {
    var builder = ValueBuilder<UInt32>(capacity: groups.count)
    for row in 0..<groups.count { builder.append(validity[row] ? groups[row] : noGroup) }
    return builder.freeze()
  }

  /// Fills a table.
  struct Builder: ~Copyable {
    private let keys: KeyColumn
    private var codes: CodeTable
    private var groups: ValueBuilder<UInt32>
    private var firstRowOfGroup = ValueBuilder<UInt32>()

    init(_ keys: KeyColumn) {
      self.keys = keys
      codes = CodeTable(capacity: keys.count)
      groups = ValueBuilder(capacity: keys.count)
    }

    /// The number of distinct keys.
    var groupCount: Int { firstRowOfGroup.count }
    /// The number of rows that have a key.
    var keyedRowCount: Int { keys.validity?.countOnes() ?? keys.count }

    /// Inserts every row that has a key, in order.
    mutating func insertAll() {
      switch keys.form {
      case .words(let words): insert { words[$0] == words[$1] }
      case .views(let views): insert { views.isSame(at: $0, as: views, at: $1) }
      }
    }

    @inline(__always)
    private mutating func insert(_ isSame: (Int, Int) -> Bool) {
      let hashes = keys.hashes()
      for row in 0..<keys.count {
        if let validity = keys.validity, !validity[row] {
          groups.append(KeyTable.noGroup)
          continue
        }
        let group = codes.code(hash: hashes[row]) { isSame(Int(firstRowOfGroup[Int($0)]), row) }
        if Int(group) == firstRowOfGroup.count { firstRowOfGroup.append(UInt32(row)) }
        groups.append(group)
      }
    }

    /// Returns the first row of each group.
    func firstRows() -> Values<UInt32> {
      var rows = ValueBuilder<UInt32>(capacity: firstRowOfGroup.count)
      rows.append(contentsOf: firstRowOfGroup.span)
      return rows.freeze()
    }

    /// Returns where each group's rows begin when the rows are sorted by group, and the end.
    func starts() -> Values<UInt32> {
      var starts = ValueBuilder<UInt32>(capacity: groupCount + 1)
      starts.append(repeating: 0, count: groupCount + 1)
      for row in 0..<groups.count where groups[row] != KeyTable.noGroup { starts[Int(groups[row]) + 1] += 1 }
      for group in 0..<groupCount { starts[group + 1] += starts[group] }
      return starts.freeze()
    }

    /// Returns the rows sorted by group, those of one group in order.
    func sortedRows() -> Values<UInt32> {
      let starts = starts()
      var next = ValueBuilder<UInt32>(capacity: starts.count)
      next.append(contentsOf: starts.span)
      var rows = ValueBuilder<UInt32>(capacity: groups.count)
      rows.append(repeating: 0, count: Int(starts[groupCount]))
      for row in 0..<groups.count where groups[row] != KeyTable.noGroup {
        let group = Int(groups[row])
        rows[Int(next[group])] = UInt32(row)
        next[group] += 1
      }
      return rows.freeze()
    }

    /// Hands the table over.
    consuming func finish() -> KeyTable {
      let isEachRowAGroup = groupCount == keys.count
      let form = isEachRowAGroup ? keys.form : keys.gathered(firstRows())
      return KeyTable(codes: codes, keys: form)
    }
  }
}
