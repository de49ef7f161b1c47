public import InlayBytes

/// The distinct values of a column, numbered in the order of their first appearance.
public struct DistinctValues: Sendable {
  /// For each row the number of its value; ``nullID`` for a null.
  public let ids: Values<UInt32>
  /// For each distinct value the first row that has it.
  public let firstRows: Values<UInt32>

  /// The number that stands for null.
  public static let nullID = UInt32.max

  /// The number of distinct values, null not counted.
  public var count: Int { firstRows.count }

  /// Numbers the values of a column that is not in dictionary form; O(count).
  ///
  /// Nested values are not told apart: asking for them is a fault of the caller and traps.
  /// Floating-point values are told apart by their bits: 0 and -0 are two, and so are NaNs of different payload.
  public init(of column: Column) {
    precondition(column.count < CodeTable.limit)
    switch column.storage {
    case .boolean(let bits): self.init(column, words: { bits[$0] ? 1 : 0 })
    case .int8(let values): self.init(column, words: { UInt64(truncatingIfNeeded: values[$0]) })
    case .int16(let values): self.init(column, words: { UInt64(truncatingIfNeeded: values[$0]) })
    case .int32(let values): self.init(column, words: { UInt64(truncatingIfNeeded: values[$0]) })
    case .int64(let values): self.init(column, words: { UInt64(truncatingIfNeeded: values[$0]) })
    case .uint8(let values): self.init(column, words: { UInt64(values[$0]) })
    case .uint16(let values): self.init(column, words: { UInt64(values[$0]) })
    case .uint32(let values): self.init(column, words: { UInt64(values[$0]) })
    case .uint64(let values): self.init(column, words: { values[$0] })
    case .float(let values): self.init(column, words: { UInt64(values[$0].bitPattern) })
    case .double(let values): self.init(column, words: { values[$0].bitPattern })
    case .int128(let values):
      self.init(
        column,
        hash: {
          Hash64.mix(UInt64(truncatingIfNeeded: values[$0]), UInt64(truncatingIfNeeded: values[$0] >> 64))
        },
        isSame: { values[$0] == values[$1] })
    case .views(let values):
      self.init(column, hash: { values.hash(at: $0) }, isSame: { values.isSame(at: $0, as: values, at: $1) })
    case .null: self.init(column, words: { _ in 0 })
    case .list, .structure: preconditionFailure("nested values are not told apart")
    case .dictionary: preconditionFailure("a dictionary's base column is never in dictionary form itself")
    }
  }

  /// Numbers values that are told apart by one word.
  @inline(__always)
  private init(_ column: Column, words: (Int) -> UInt64) {
    self.init(
      column, hash: { Hash64.mix(words($0), 0x8EBC_6AF0_9C88_C6E3) }, isSame: { words($0) == words($1) })
  }

  @inline(__always)
  private init(_ column: Column, hash: (Int) -> UInt64, isSame: (Int, Int) -> Bool) {
    var ids = ValueBuilder<UInt32>(capacity: column.count)
    var firstRows = ValueBuilder<UInt32>()
    var table = CodeTable()
    for row in 0..<column.count {
      if let validity = column.validity, !validity[row] {
        ids.append(Self.nullID)
        continue
      }
      let code = table.code(hash: hash(row)) { isSame(Int(firstRows[Int($0)]), row) }
      if Int(code) == firstRows.count { firstRows.append(UInt32(row)) }
      ids.append(code)
    }
    self.ids = ids.freeze()
    self.firstRows = firstRows.freeze()
  }
}
