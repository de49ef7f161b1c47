public import InlayEngine

/// What is computed of a column over all rows of a group: `.sum("duration_ms")`.
///
/// The result is called as in Spark, `sum(duration_ms)`, unless ``named(_:)`` says otherwise.
public struct ColumnAggregate: Hashable, Sendable {
  /// What is computed.
  public var function: AggregateFunction
  /// The name of the column; nil for the number of rows.
  public var column: String?
  /// The name of the result.
  public var name: String

  /// Names what is computed of a column.
  public init(_ function: AggregateFunction, of column: String?) {
    self.function = function
    self.column = column
    name = "\(function.rawValue)(\(column ?? "1"))"
  }

  /// Gives the result another name.
  public func named(_ name: String) -> Self {
    var aggregate = self
    aggregate.name = name
    return aggregate
  }

  /// Counts rows.
  public static var count: Self { Self(.count, of: nil) }
  /// Counts the values that are there.
  public static func count(_ column: String) -> Self { Self(.count, of: column) }
  /// Counts distinct values.
  public static func countDistinct(_ column: String) -> Self { Self(.countDistinct, of: column) }
  /// Adds the values.
  public static func sum(_ column: String) -> Self { Self(.sum, of: column) }
  /// Takes the mean of the values.
  public static func average(_ column: String) -> Self { Self(.avg, of: column) }
  /// Takes the least value.
  public static func min(_ column: String) -> Self { Self(.min, of: column) }
  /// Takes the greatest value.
  public static func max(_ column: String) -> Self { Self(.max, of: column) }
  /// Takes the first row's value.
  public static func first(_ column: String) -> Self { Self(.first, of: column) }
  /// Takes the last row's value.
  public static func last(_ column: String) -> Self { Self(.last, of: column) }
}
