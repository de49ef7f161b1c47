import InlayBytes

/// Estimates the number of distinct values from their hashes in 16 KiB (HyperLogLog: Flajolet and others, 2007).
///
/// The standard error is 1.04 / √16,384, which is 0.8 %. With hashes of 64 bits large numbers need no correction.
struct DistinctSketch {
  private static let indexBits = 14
  private var registers = [UInt8](repeating: 0, count: 1 << indexBits)

  /// Notes a value; O(1).
  mutating func add(_ hash: UInt64) {
    let hash = Hash64.mix(hash, 0x9FB2_1C65_1E98_DF25)
    let index = Int(hash >> UInt64(64 - Self.indexBits))
    let rest = hash << UInt64(Self.indexBits)
    let rank = UInt8(Swift.min(rest.leadingZeroBitCount, 64 - Self.indexBits) + 1)
    if rank > registers[index] { registers[index] = rank }
  }

  /// The estimate; O(16,384).
  var estimate: Int {
    let size = Double(registers.count)
    let sum = registers.reduce(0.0) { $0 + 1 / Double(UInt64(1) << UInt64($1)) }
    let raw = 0.7213 / (1 + 1.079 / size) * size * size / sum
    let empty = registers.count { $0 == 0 }
    guard raw <= 2.5 * size, empty > 0 else { return Int(raw.rounded()) }
    // Few values: the registers that none has met tell more.
    return Int((size * Self.logarithm(size / Double(empty))).rounded())
  }

  private static func logarithm(_ value: Double) -> Double {
    // The exponent and a series in (m - 1) / (m + 1) for the significand, which converges fast below 2.
    let ratio = (value.significand - 1) / (value.significand + 1)
    var (term, sum) = (ratio, 0.0)
    for step in 0..<24 {
      sum += term / Double(2 * step + 1)
      term *= ratio * ratio
    }
    return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
  }
}
