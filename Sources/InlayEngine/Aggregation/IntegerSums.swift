import InlayBytes
import InlayColumns

/// A sum of integers that wraps around, as Spark's does.
struct IntegerSum: GroupState {
  var sum: Int64 = 0
  var count: Int64 = 0

  @inline(__always)
  mutating func add(_ value: Int64) {
    sum &+= value
    count &+= 1
  }

  @inline(__always)
  mutating func merge(_ later: IntegerSum) {
    sum &+= later.sum
    count &+= later.count
  }
}

/// Sums integers.
final class IntegerSums: GroupAccumulator {
  private var table = StateTable<IntegerSum>()

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column, let values = OrderedWords.words(of: column) else { mismatch() }
    table.add(values, column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? IntegerSums else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    Column(type: .int64, storage: .int64(table.mapped { $0.sum }), validity: table.validity { $0.count > 0 })
  }
}

extension DataType {
  /// Whether the sum of values is an integer of 64 bits.
  var isSummedAsInteger: Bool {
    switch self {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32: true
    default: false
    }
  }
}
