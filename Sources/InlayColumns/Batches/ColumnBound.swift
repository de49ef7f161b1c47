/// A hint that rows are of no use unless a column's value lies within bounds.
///
/// A source may leave out such rows where that costs it nothing, as a Parquet file whose statistics show that none of
/// a row group's values is in question, and may give them all the same: whoever sets a bound filters what comes. A null
/// and a NaN are outside of every bound.
public struct ColumnBound: Hashable, Sendable {
  /// The column's position in the source's schema.
  public var column: Int
  /// Where the values begin; nil for no bound.
  public var lower: Limit?
  /// Where the values end; nil for no bound.
  public var upper: Limit?

  /// Makes a bound.
  public init(column: Int, lower: Limit? = nil, upper: Limit? = nil) {
    self.column = column
    self.lower = lower
    self.upper = upper
  }

  /// A value at which a bound stands.
  public struct Limit: Hashable, Sendable {
    /// The value, in the form in which the column stores its values.
    public var value: Value
    /// Whether the value itself is within the bound.
    public var isInclusive: Bool

    /// Makes a limit.
    public init(_ value: Value, isInclusive: Bool) {
      self.value = value
      self.isInclusive = isInclusive
    }
  }

  /// A value of a column.
  public enum Value: Hashable, Sendable {
    /// A boolean; false is less than true.
    case boolean(Bool)
    /// An integer, or the count of units of a date, a time, a timestamp or a decimal.
    case integer(Int128)
    /// A float or a double.
    case double(Double)
    /// The bytes of a string or a binary, compared byte by byte without sign.
    case bytes([UInt8])
  }
}

extension ColumnBound.Value {
  /// Returns whether this value is less than another one; nil when the two cannot be compared.
  public func isLess(than other: ColumnBound.Value) -> Bool? {
    switch (self, other) {
    case (.boolean(let mine), .boolean(let theirs)): !mine && theirs
    case (.integer(let mine), .integer(let theirs)): mine < theirs
    case (.double(let mine), .double(let theirs)): mine.isNaN || theirs.isNaN ? nil : mine < theirs
    case (.bytes(let mine), .bytes(let theirs)): mine.lexicographicallyPrecedes(theirs)
    default: nil
    }
  }
}
