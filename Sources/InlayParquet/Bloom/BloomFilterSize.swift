/// How large a bloom filter is made.
enum BloomFilterSize {
  /// Returns the number of blocks that keep wrong answers to a rate, at least 1 (BloomFilter.md, "Build a Bloom filter").
  ///
  /// - Parameters:
  ///   - distinctCount: The number of values that are added.
  ///   - falsePositiveRate: Above 0 and below 1.
  ///   - byteLimit: The most bytes of the filter, whatever becomes of the rate then.
  static func blockCount(distinctCount: Int, falsePositiveRate: Double, byteLimit: Int) -> Int {
    let eighthRoot = falsePositiveRate.squareRoot().squareRoot().squareRoot()
    let bitsPerValue = 8 / negativeLogarithm(oneMinus: eighthRoot)
    let wanted = (Double(max(distinctCount, 1)) * bitsPerValue / 256).rounded(.up)
    return max(1, Int(min(wanted, Double(byteLimit / BloomFilter.bytesPerBlock))))
  }

  /// Returns -ln(1 - x) for x from 0 to 1, as the sum of xⁿ/n; so the target needs no library of mathematics.
  private static func negativeLogarithm(oneMinus value: Double) -> Double {
    var (power, sum) = (value, 0.0)
    for place in 1...10_000 where power > 1e-12 {
      sum += power / Double(place)
      power *= value
    }
    return sum
  }
}
