import InlayBytes
import InlayColumns

/// The sum of a column's numbers, with what rounding loses kept beside it (Neumaier, 1974).
struct NumberSum {
  private var sum = 0.0
  private var lost = 0.0
  private var count = 0
  /// How many values are no numbers.
  private(set) var nanCount = 0

  /// Adds values, none of which is null, each so many times.
  mutating func add(_ column: Column, _ counts: [Int]) {
    switch column.storage {
    case .int8(let values): add(counts) { Double(values[$0]) }
    case .int16(let values): add(counts) { Double(values[$0]) }
    case .int32(let values): add(counts) { Double(values[$0]) }
    case .int64(let values): add(counts) { Double(values[$0]) }
    case .uint8(let values): add(counts) { Double(values[$0]) }
    case .uint16(let values) where column.type == .float16:
      add(counts) { Double(Float(halfBits: values[$0])) }
    case .uint16(let values): add(counts) { Double(values[$0]) }
    case .uint32(let values): add(counts) { Double(values[$0]) }
    case .uint64(let values): add(counts) { Double(values[$0]) }
    case .float(let values): add(counts) { Double(values[$0]) }
    case .double(let values): add(counts) { values[$0] }
    case .int128(let values): add(counts) { Double(values[$0]) }
    default: break
    }
  }

  @inline(__always)
  private mutating func add(_ counts: [Int], _ value: (Int) -> Double) {
    for index in counts.indices {
      let value = value(index)
      if value.isNaN {
        nanCount += counts[index]
        continue
      }
      count += counts[index]
      let part = value * Double(counts[index])
      let next = sum + part
      if next.isFinite { lost += abs(sum) >= abs(part) ? (sum - next) + part : (part - next) + sum }
      sum = next
    }
  }

  /// The mean of the values of a type; nil when there is none.
  func mean(of type: DataType) -> Double? {
    guard count > 0 else { return nil }
    let mean = (sum.isFinite ? sum + lost : sum) / Double(count)
    guard case .decimal(_, let scale) = type else { return mean }
    return (0..<scale).reduce(mean) { mean, _ in mean / 10 }
  }
}
