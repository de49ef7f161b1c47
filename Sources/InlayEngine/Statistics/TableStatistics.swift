public import InlayColumns

/// What the values of a table's columns are like.
public struct TableStatistics: Hashable, Sendable {
  /// The number of rows.
  public var rowCount: Int
  /// One for each column, in order.
  public var columns: [ColumnStatistics]

  /// Collects what is known of columns.
  public init(rowCount: Int, columns: [ColumnStatistics]) {
    self.rowCount = rowCount
    self.columns = columns
  }
}

/// What the values of a column are like.
public struct ColumnStatistics: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// The type of the values.
  public var type: DataType
  /// The number of nulls.
  public var nullCount = 0
  /// The number of values that are no numbers; nil for types that have none.
  public var nanCount: Int?
  /// The number of distinct values, null not counted; nil for nested values, which are not told apart.
  ///
  /// Zeros of different sign are two values, all NaNs are one.
  public var distinctCount: Int?
  /// Whether the distinct values were counted, rather than estimated (with a standard error of 0.8 %).
  public var isDistinctCountExact = true
  /// The least value as text, NaN left out; nil where there is none or the type has no order.
  public var min: String?
  /// The greatest value as text, NaN left out; nil where there is none or the type has no order.
  public var max: String?
  /// The mean of the numbers, NaN left out; nil for other types.
  public var mean: Double?
  /// The most frequent values, the most frequent one first.
  public var mostFrequent: [FrequentValue] = []
  /// Whether their numbers are counts of all rows, rather than what is certain at least.
  public var isFrequencyExact = true
  /// The bytes in the files; nil where these do not tell them.
  public var compressedByteCount: Int?
  /// The bytes in the files before compression.
  public var uncompressedByteCount: Int?

  /// Begins with no rows.
  public init(name: String, type: DataType) {
    self.name = name
    self.type = type
  }
}

/// A value that occurs often.
public struct FrequentValue: Hashable, Sendable {
  /// The value as text.
  public var value: String
  /// How often it occurs.
  public var count: Int

  /// Counts a value.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}
