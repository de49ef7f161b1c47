import InlayBytes
import InlayColumns

/// The number of values, their mean, and the sum of the squares of their distances from it.
struct SecondMoment: GroupState {
  var count = 0.0
  var mean = 0.0
  var squares = 0.0

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    let step = distance / count
    mean += step
    squares += distance * (distance - step)
  }

  @inline(__always)
  mutating func merge(_ later: SecondMoment) {
    // Exact, so that equal values have no variance however they are cut into batches.
    guard count > 0 else {
      self = later
      return
    }
    let total = count + later.count
    let distance = later.mean - mean
    let step = distance / total
    mean += step * later.count
    squares += later.squares + distance * step * count * later.count
    count = total
  }
}

/// Computes variances and standard deviations; those of a sample are null for a single value.
final class Variances: GroupAccumulator {
  private var table = StateTable<SecondMoment>()
  private let isSample: Bool
  private let isDeviation: Bool

  init(_ function: AggregateFunction) {
    isSample = function == .varianceSample || function == .stddevSample
    isDeviation = function == .stddevSample || function == .stddevPopulation
  }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column else { mismatch() }
    table.add(column.doubles(), column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? Variances else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let lost = isSample ? 1.0 : 0.0
    let isDeviation = isDeviation
    return Column(
      type: .double,
      storage: .double(
        table.mapped {
          let variance = $0.squares / ($0.count - lost)
          return isDeviation ? variance.squareRoot() : variance
        }),
      validity: table.validity { $0.count > lost })
  }
}
