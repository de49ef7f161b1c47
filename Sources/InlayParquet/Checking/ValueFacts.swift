import InlayColumns

/// What the values of a page or a chunk are, nulls left out.
struct ValueFacts {
  /// The least value, NaN left out.
  var min: ColumnValue?
  /// The greatest value, NaN left out.
  var max: ColumnValue?
  /// The number of NaN.
  var nanCount = 0
  /// The sum of the lengths of byte arrays; nil for other values.
  var byteCount: Int?
  /// A value that the bloom filter does not hold.
  var absent: ColumnValue?
  /// The distinct values, where they are to be counted; no more than one beyond the number that is claimed.
  var distinct: Set<ColumnValue> = []

  /// Takes in a value.
  mutating func take(_ value: ColumnValue) {
    if let least = min, value.isLess(than: least) != true {} else { min = value }
    if let greatest = max, greatest.isLess(than: value) != true {} else { max = value }
  }

  /// Takes in all of another page's.
  mutating func formUnion(_ other: ValueFacts) {
    if let value = other.min { take(value) }
    if let value = other.max { take(value) }
    nanCount += other.nanCount
    if let count = other.byteCount { byteCount = (byteCount ?? 0) + count }
    absent = absent ?? other.absent
    distinct.formUnion(other.distinct)
  }
}
