import InlayColumns

/// Looks values up in the bloom filter that they should be in.
struct BloomFilterProbe {
  private let filter: BloomFilter
  private let stored: PhysicalType
  private let byteWidth: Int?

  /// Prepares to look up the values of a leaf; nil for one whose values are not kept in the form in which they were
  /// hashed.
  init?(_ filter: BloomFilter, _ layout: ValueLayout, of type: PhysicalType) {
    switch layout {
    case .null, .boolean, .int96, .float16, .decimalBytes(nil): return nil
    case .decimalBytes(let length): byteWidth = length
    case .int32, .int64, .float, .double, .byteArray: byteWidth = nil
    }
    self.filter = filter
    stored = type
  }

  /// Returns the position of a value that the filter does not hold; nil when it holds all.
  ///
  /// - Parameter column: Values that are not null and not in dictionary form.
  func firstAbsent(in column: Column) -> Int? {
    var hashes: [UInt64] = []
    BloomHash.append(column, stored: stored, byteWidth: byteWidth, to: &hashes)
    return hashes.firstIndex { !filter.mightContain(hash: $0) }
  }
}
