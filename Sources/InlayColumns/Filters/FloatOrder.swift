/// The order in which floating-point values are compared by filters: Spark's, in which every NaN equals every other one
/// and is greater than all numbers, and zeros of both signs are equal. DuckDB's and PostgreSQL's is the same.
///
/// Other than IEEE 754's own comparison it is a total order, so that of a condition and its opposite exactly one holds
/// for each value that is not null.
package enum FloatOrder {
  /// The place of NaN, after that of every number.
  package static let nan = Int64.max

  /// Returns a value's place: an integer that is less, equal or greater than that of another value as the values are.
  @inline(__always)
  package static func place(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    // The bits of positive numbers are in order; those of negative ones, below the sign, in the reverse one.
    return value.isNaN ? nan : bits >= 0 ? bits : Int64.min &- bits
  }
}
