import InlayBytes
import InlayColumns

/// The number of values, their mean, and the sums of the second, third and fourth powers of their distances from it.
struct FourthMoment: GroupState {
  var count = 0.0
  var mean = 0.0
  var squares = 0.0
  var cubes = 0.0
  var fourths = 0.0

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    let step = distance / count
    mean += step
    squares += distance * (distance - step)
    let distanceSquared = distance * distance
    let stepSquared = step * step
    cubes += distance * (distanceSquared - stepSquared) - 3 * step * squares
    fourths +=
      distance * (distance * distanceSquared - step * stepSquared) - 4 * step * cubes
      - 6 * stepSquared * squares
  }

  /// Adds the moments of two sets of values about the mean of both: Pébay, "Formulas for Robust, One-Pass Parallel
  /// Computation of Covariances and Arbitrary-Order Statistical Moments", 2008.
  @inline(__always)
  mutating func merge(_ later: FourthMoment) {
    let (mine, theirs) = (count, later.count)
    // Exact, so that equal values have no variance however they are cut into batches.
    guard mine > 0 else {
      self = later
      return
    }
    let total = mine + theirs
    let distance = later.mean - mean
    let step = distance / total
    let product = mine * theirs
    fourths +=
      later.fourths
      + distance * step * step * step * product * (mine * mine - product + theirs * theirs)
      + 6 * step * step * (mine * mine * later.squares + theirs * theirs * squares)
      + 4 * step * (mine * later.cubes - theirs * cubes)
    cubes +=
      later.cubes + distance * step * step * product * (mine - theirs)
      + 3 * step * (mine * later.squares - theirs * squares)
    squares += later.squares + distance * step * product
    mean += step * theirs
    count = total
  }
}

/// Computes skewness and kurtosis; both are null for values that are all the same.
final class Moments: GroupAccumulator {
  private var table = StateTable<FourthMoment>()
  private let isKurtosis: Bool

  init(_ function: AggregateFunction) { isKurtosis = function == .kurtosis }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column else { mismatch() }
    table.add(column.doubles(), column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? Moments else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let isKurtosis = isKurtosis
    return Column(
      type: .double,
      storage: .double(
        table.mapped {
          isKurtosis
            ? $0.count * $0.fourths / ($0.squares * $0.squares) - 3
            : $0.count.squareRoot() * $0.cubes / ($0.squares * $0.squares * $0.squares).squareRoot()
        }),
      validity: table.validity { $0.count > 0 && $0.squares != 0 })
  }
}
