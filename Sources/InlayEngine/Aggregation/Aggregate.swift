/// One value that is computed of all rows of a group.
public struct Aggregate: Hashable, Sendable {
  /// What is computed.
  public var function: AggregateFunction
  /// The position of the column that it is computed of; nil to count rows.
  public var column: Int?
  /// The name of the resulting column.
  public var name: String

  /// Names what is computed of a column.
  public init(_ function: AggregateFunction, of column: Int?, name: String) {
    self.function = function
    self.column = column
    self.name = name
  }
}

/// What can be computed of the rows of a group; nulls count for nothing, unless it is said.
///
/// The meaning is Spark SQL's with `spark.sql.ansi.enabled` off.
public enum AggregateFunction: String, Hashable, Sendable, CaseIterable {
  /// The arithmetic mean.
  case avg
  /// The number of distinct values.
  case countDistinct
  /// The number of values, or of rows when no column is named.
  case count
  /// The value of the first row, which may be null.
  case first
  /// The value of the last row, which may be null.
  case last
  /// The excess kurtosis of the population.
  case kurtosis
  /// The greatest value.
  case max
  /// The least value.
  case min
  /// The skewness of the population.
  case skewness
  /// The standard deviation of a sample.
  case stddevSample = "stddev_samp"
  /// The standard deviation of the population.
  case stddevPopulation = "stddev_pop"
  /// The sum.
  case sum
  /// The sum of the distinct values.
  case sumDistinct
  /// The variance of a sample.
  case varianceSample = "var_samp"
  /// The variance of the population.
  case variancePopulation = "var_pop"
}
