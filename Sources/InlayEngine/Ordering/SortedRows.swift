import InlayBytes
import InlayColumns

/// The order of the rows of a table by some of its columns.
struct SortedRows {
  /// The rows in order; nil for as they come.
  private(set) var rows: Values<UInt32>?
  private let rowCount: Int
  private let workers: Workers

  /// How many rows a thread is started for.
  private static let partSize = 32_768

  /// Orders rows by columns that stand side by side, each with what is said of its order.
  ///
  /// Rows that are equal in all columns stay as they come: the rows are ordered by the last column, then by the one
  /// before it, and so on.
  init(_ columns: [(column: Column, order: SortOrder)], rowCount: Int, on workers: Workers) throws {
    self.rowCount = rowCount
    self.workers = workers
    for (column, order) in columns.reversed() { try sort(column.decoded(), order) }
  }

  private mutating func sort(_ column: Column, _ order: SortOrder) throws {
    let (present, missing) = divide(column.validity)
    var sorted = present
    for words in Self.words(of: column) {
      sorted = try self.sorted(sorted, by: words, isDescending: order.isDescending)
    }
    if let views = Self.views(of: column) {
      sorted = try self.sorted(sorted, TextComparison(views: views, isDescending: order.isDescending))
    }
    rows = order.nullsFirst ? missing.concatenated(with: sorted) : sorted.concatenated(with: missing)
  }

  /// The rows whose values are there, and those whose are not, both in the order so far.
  private func divide(_ validity: Bitmap?) -> (present: Values<UInt32>, missing: Values<UInt32>) {
    let rows = rows ?? .counting(to: rowCount)
    guard let validity else { return (rows, Values([])) }
    var present = ValueBuilder<UInt32>(capacity: rows.count)
    var missing = ValueBuilder<UInt32>()
    for index in 0..<rows.count {
      if validity[Int(rows[index])] { present.append(rows[index]) } else { missing.append(rows[index]) }
    }
    return (present.freeze(), missing.freeze())
  }

  /// The numbers by which the values of a column are ordered, the one that says most last; none for texts.
  private static func words(of column: Column) -> [Values<UInt64>] {
    if let words = OrderedWords.words(of: column) {
      // The place of -0 is the one before that of 0, and they are equal here.
      let joinsZeros = column.type.isFloatingPoint
      return [
        GroupWords.mapped(words.span) { UInt64(bitPattern: joinsZeros && $0 == -1 ? 0 : $0) ^ 1 << 63 }
      ]
    }
    guard case .int128(let values) = column.storage else { return [] }
    let low = GroupWords.mapped(values.span) { UInt64(truncatingIfNeeded: $0) }
    return [low, GroupWords.mapped(values.span) { UInt64(truncatingIfNeeded: $0 >> 64) ^ 1 << 63 }]
  }

  /// The texts by which the values of a column are ordered; nil for a column of numbers or of nothing.
  private static func views(of column: Column) -> ViewValues? {
    switch column.storage {
    case .views(let views): views
    case .list, .structure: OrderedBytes.views(of: column)
    default: nil
    }
  }

  private func sorted(
    _ rows: Values<UInt32>, by words: Values<UInt64>, isDescending: Bool
  ) throws -> Values<UInt32> {
    let mask: UInt64 = isDescending ? .max : 0
    return try sorted(rows, KeyComparison()) { range in
      var entries = ValueBuilder<SortEntry>(capacity: range.count)
      for index in range {
        entries.append(SortEntry(key: words[Int(rows[index])] ^ mask, row: rows[index]))
      }
      return RadixSort.sorted(entries)
    }
  }

  private func sorted(_ rows: Values<UInt32>, _ comparison: TextComparison) throws -> Values<UInt32> {
    try sorted(rows, comparison) { range in
      var entries = ValueBuilder<SortEntry>(capacity: range.count)
      for index in range { entries.append(comparison.entry(Int(rows[index]))) }
      return comparison.sorted(entries)
    }
  }

  /// Sorts parts of the rows at the same time, and merges them.
  private func sorted<Comparison: SortComparison>(
    _ rows: Values<UInt32>, _ comparison: Comparison,
    _ sortedPart: @escaping @Sendable (Range<Int>) -> ValueBuilder<SortEntry>
  ) throws -> Values<UInt32> {
    guard rows.count > 1 else { return rows }
    let count = max(1, min(workers.count, rows.count / Self.partSize))
    let parts = try workers.map(count) { part in
      sortedPart(rows.count * part / count..<rows.count * (part + 1) / count).freeze()
    }
    let all = try MergeSort(comparison: comparison).merge(parts, on: workers)
    return GroupWords.mapped(all.span) { $0.row }
  }
}

extension Values<UInt32> {
  /// Returns the numbers from 0 on.
  fileprivate static func counting(to count: Int) -> Values<UInt32> {
    var builder = ValueBuilder<UInt32>(capacity: count)
    for number in 0..<count { builder.append(UInt32(truncatingIfNeeded: number)) }
    return builder.freeze()
  }

  fileprivate func concatenated(with other: Values<UInt32>) -> Values<UInt32> {
    if count == 0 { return other }
    if other.count == 0 { return self }
    var builder = ValueBuilder<UInt32>(capacity: count + other.count)
    builder.append(contentsOf: span)
    builder.append(contentsOf: other.span)
    return builder.freeze()
  }
}
