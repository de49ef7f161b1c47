import InlayBytes

@testable import InlayColumns

/// SQL's logic over single rows, written as it is told: slow and without the tricks of the code under test.
struct ReferenceLogic {
  let columns: [Column]

  /// True, false, or nil for neither.
  func truth(of filter: RowFilter, row: Int) -> Bool? {
    switch filter {
    case .comparison(let column, let comparison, let value):
      return self.value(column, row).map { Self.holds(comparison, Self.compare($0, value)) }
    case .isOneOf(let column, let values):
      return self.value(column, row).map { mine in values.contains { Self.compare(mine, $0) == 0 } }
    case .startsWith(let column, let prefix):
      guard case .bytes(let bytes)? = value(column, row) else { return nil }
      return bytes.starts(with: prefix)
    case .isNull(let column): return columns[column].isNull(at: row)
    case .isNotNull(let column): return !columns[column].isNull(at: row)
    case .not(let filter): return truth(of: filter, row: row).map { !$0 }
    case .all(let filters):
      let truths = filters.map { truth(of: $0, row: row) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let filters):
      let truths = filters.map { truth(of: $0, row: row) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    }
  }

  /// The value of a row; nil for null.
  func value(_ position: Int, _ row: Int) -> ColumnValue? {
    let column = columns[position]
    guard !column.isNull(at: row) else { return nil }
    switch column.decoded().storage {
    case .uint16(let values) where column.type == .float16:
      return .double(Double(Float(halfBits: values[row])))
    case .boolean(let bits): return .boolean(bits[row])
    case .int8(let values): return .integer(Int128(values[row]))
    case .int16(let values): return .integer(Int128(values[row]))
    case .int32(let values): return .integer(Int128(values[row]))
    case .int64(let values): return .integer(Int128(values[row]))
    case .uint8(let values): return .integer(Int128(values[row]))
    case .uint16(let values): return .integer(Int128(values[row]))
    case .uint32(let values): return .integer(Int128(values[row]))
    case .uint64(let values): return .integer(Int128(values[row]))
    case .float(let values): return .double(Double(values[row]))
    case .double(let values): return .double(values[row])
    case .int128(let values): return .integer(values[row])
    case .views(let values): return .text(values.text(at: row))
    default: return nil
    }
  }

  /// Below 0, 0 or above 0, as the first value is less, equal or greater; NaN is equal to itself and the greatest.
  private static func compare(_ first: ColumnValue, _ second: ColumnValue) -> Int {
    switch (first, second) {
    case (.boolean(let first), .boolean(let second)): (first ? 1 : 0) - (second ? 1 : 0)
    case (.integer(let first), .integer(let second)): first < second ? -1 : first > second ? 1 : 0
    case (.double(let first), .double(let second)):
      first.isNaN || second.isNaN
        ? (first.isNaN ? 1 : 0) - (second.isNaN ? 1 : 0) : first < second ? -1 : first > second ? 1 : 0
    case (.bytes(let first), .bytes(let second)):
      first == second ? 0 : first.lexicographicallyPrecedes(second) ? -1 : 1
    default: preconditionFailure("values of one kind")
    }
  }

  private static func holds(_ comparison: RowFilter.Comparison, _ order: Int) -> Bool {
    switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
