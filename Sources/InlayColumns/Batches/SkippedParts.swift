/// What a scan could leave out for its filter, by what showed that it may.
public struct SkippedParts: Hashable, Sendable, Codable {
  /// The row groups that were left out whole for the bounds in the footer.
  public var rowGroupsByStatistics = 0
  /// The row groups that were left out whole because bloom filters lack all values in question.
  public var rowGroupsByBloomFilter = 0
  /// The data pages of filtered columns that were left out for the bounds in the page index.
  public var pagesByIndex = 0
  /// The rows that were decoded as far as the filter needs them and did not meet it.
  public var rowsByFilter = 0

  /// Makes a report of nothing left out.
  public init() {}

  /// Adds what another scan left out.
  public static func += (sum: inout SkippedParts, other: SkippedParts) {
    sum.rowGroupsByStatistics += other.rowGroupsByStatistics
    sum.rowGroupsByBloomFilter += other.rowGroupsByBloomFilter
    sum.pagesByIndex += other.pagesByIndex
    sum.rowsByFilter += other.rowsByFilter
  }
}
