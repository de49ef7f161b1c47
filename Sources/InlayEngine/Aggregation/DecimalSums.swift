import InlayBytes
import InlayColumns

/// A sum of decimal numbers, in units of their last digit, and how many they are.
struct DecimalSum: GroupState {
  var sum: Int128 = 0
  var count: Int64 = 0
  /// Whether the sum left the range of 128 bits; it has no value then.
  var hasOverflowed = false

  @inline(__always)
  mutating func add(_ value: Int128) {
    let (sum, overflow) = sum.addingReportingOverflow(value)
    self.sum = sum
    count &+= 1
    if overflow { hasOverflowed = true }
  }

  @inline(__always)
  mutating func merge(_ later: DecimalSum) {
    let (sum, overflow) = sum.addingReportingOverflow(later.sum)
    self.sum = sum
    count &+= later.count
    if overflow || later.hasOverflowed { hasOverflowed = true }
  }

  /// The sum; nil for one of no values or of more digits than a limit.
  func total(below limit: Int128) -> Int128? {
    hasOverflowed || count == 0 || sum.magnitude >= limit.magnitude ? nil : sum
  }

  /// The mean in units of 10⁻ᵏ of the values' last digit, halves rounded away from zero; nil as in ``total(below:)``.
  ///
  /// - Parameter factor: 10ᵏ.
  func mean(times factor: Int128, sumBelow sumLimit: Int128, below limit: Int128) -> Int128? {
    guard let total = total(below: sumLimit) else { return nil }
    let (whole, rest) = total.quotientAndRemainder(dividingBy: Int128(count))
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    // The rest is below 2⁶³ and the factor at most 10⁴.
    let (part, half) = (rest * factor).quotientAndRemainder(dividingBy: Int128(count))
    let carry: Int128 = half.magnitude * 2 >= UInt128(count) ? (half < 0 ? -1 : 1) : 0
    let (mean, isTooLarge) = scaled.addingReportingOverflow(part + carry)
    return isTooLarge || mean.magnitude >= limit.magnitude ? nil : mean
  }
}

/// Sums decimal numbers, or takes their means; what has more digits than the result's type is null.
final class DecimalSums: GroupAccumulator {
  private var table = StateTable<DecimalSum>()
  private let sumType: DecimalShape
  private let meanType: DecimalShape
  private let scale: Int
  private let isMean: Bool

  init(precision: Int, scale: Int, isMean: Bool) {
    sumType = .sum(precision: precision, scale: scale)
    meanType = .mean(precision: precision, scale: scale)
    self.scale = scale
    self.isMean = isMean
  }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column, case .int128(let values) = column.storage else { mismatch() }
    table.add(values, column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? DecimalSums else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let limit = sumType.limit
    guard isMean else {
      return Column(
        type: sumType.type, storage: .int128(table.mapped { $0.total(below: limit) ?? 0 }),
        validity: table.validity { $0.total(below: limit) != nil })
    }
    let meanLimit = meanType.limit
    let factor = DecimalShape.power(meanType.scale - scale)
    return Column(
      type: meanType.type,
      storage: .int128(
        table.mapped { $0.mean(times: factor, sumBelow: limit, below: meanLimit) ?? 0 }),
      validity: table.validity { $0.mean(times: factor, sumBelow: limit, below: meanLimit) != nil })
  }
}

/// How many digits the numbers of a decimal type have.
struct DecimalShape {
  /// The number of all digits.
  let precision: Int
  /// The number of those that stand behind the point.
  let scale: Int

  private init(bounding precision: Int, _ scale: Int) {
    self.precision = min(precision, 38)
    self.scale = min(scale, 38)
  }

  /// The shape that Spark gives a sum.
  static func sum(precision: Int, scale: Int) -> DecimalShape {
    DecimalShape(bounding: precision + 10, scale)
  }

  /// The shape that Spark gives a mean.
  static func mean(precision: Int, scale: Int) -> DecimalShape {
    DecimalShape(bounding: precision + 4, scale + 4)
  }

  var type: DataType { .decimal(precision: precision, scale: scale) }

  /// The least number that has too many digits.
  var limit: Int128 { Self.power(precision) }

  /// The power of ten with an exponent of 0 to 38.
  static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
