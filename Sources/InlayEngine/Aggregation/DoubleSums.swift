import InlayBytes
import InlayColumns

/// A sum of numbers, and how many they are.
struct DoubleSum: GroupState {
  var sum = 0.0
  var count: Int64 = 0

  @inline(__always)
  mutating func add(_ value: Double) {
    sum += value
    count &+= 1
  }

  @inline(__always)
  mutating func merge(_ later: DoubleSum) {
    sum += later.sum
    count &+= later.count
  }
}

/// Sums numbers as doubles, or takes their means.
final class DoubleSums: GroupAccumulator {
  private var table = StateTable<DoubleSum>()
  private let isMean: Bool

  init(isMean: Bool) { self.isMean = isMean }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column else { mismatch() }
    table.add(column.doubles(), column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? DoubleSums else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let isMean = isMean
    return Column(
      type: .double, storage: .double(table.mapped { isMean ? $0.sum / Double($0.count) : $0.sum }),
      validity: table.validity { $0.count > 0 })
  }
}

extension Column {
  /// The numbers of a column of numbers, or of nulls only, as doubles.
  func doubles() -> Values<Double> {
    switch storage {
    case .int8(let values): GroupWords.mapped(values.span) { Double($0) }
    case .int16(let values): GroupWords.mapped(values.span) { Double($0) }
    case .int32(let values): GroupWords.mapped(values.span) { Double($0) }
    case .int64(let values): GroupWords.mapped(values.span) { Double($0) }
    case .uint8(let values): GroupWords.mapped(values.span) { Double($0) }
    case .uint16(let values):
      type == .float16
        ? GroupWords.mapped(values.span) { Double(Float(halfBits: $0)) }
        : GroupWords.mapped(values.span) { Double($0) }
    case .uint32(let values): GroupWords.mapped(values.span) { Double($0) }
    case .uint64(let values): GroupWords.mapped(values.span) { Double($0) }
    case .float(let values): GroupWords.mapped(values.span) { Double($0) }
    case .double(let values): values
    case .null(let count): Values([Double](repeating: 0, count: count))
    default: preconditionFailure("the plan casts other types to double first")
    }
  }
}
