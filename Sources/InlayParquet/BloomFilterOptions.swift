/// How the bloom filters of a column are made.
public struct BloomFilterOptions: Hashable, Sendable {
  /// How often a filter fails to tell that a value is absent; above 0 and below 1.
  public var falsePositiveRate: Double
  /// The number of distinct values of a row group that filters are made for; nil to count them.
  public var distinctCount: Int?
  /// The most bytes of a filter, at least 32; one that would need more tells absent values less often.
  public var byteLimit: Int

  /// Makes options.
  public init(falsePositiveRate: Double = 0.01, distinctCount: Int? = nil, byteLimit: Int = 1 << 20) {
    self.falsePositiveRate = falsePositiveRate
    self.distinctCount = distinctCount
    self.byteLimit = byteLimit
  }
}
