/// A condition that a row meets or does not: comparisons of columns with values, put together.
///
/// The logic is SQL's, with three values: a comparison with a null is neither true nor false, and a row is kept only
/// where the whole is true. So a null meets neither a comparison nor its opposite. Floating-point values are ordered as
/// in Spark: NaN equals NaN and is greater than every number, and -0 equals 0.
///
/// Columns are named by their positions in the schema of what is filtered.
public indirect enum RowFilter: Hashable, Sendable {
  /// The column's value compares with a value, of the column's kind, as it is said.
  case comparison(column: Int, Comparison, ColumnValue)
  /// The column's value is one of some values.
  case isOneOf(column: Int, [ColumnValue])
  /// The string or binary begins with some bytes.
  case startsWith(column: Int, [UInt8])
  /// The column's value is missing.
  case isNull(column: Int)
  /// The column's value is there.
  case isNotNull(column: Int)
  /// The condition is false; where it is neither true nor false, its opposite is neither.
  case not(RowFilter)
  /// All of the conditions are true; of none that is so.
  case all([RowFilter])
  /// At least one of the conditions is true; of none that is not so.
  case any([RowFilter])

  /// How two values are compared.
  public enum Comparison: Hashable, Sendable, CaseIterable {
    /// The column's value equals the other one.
    case equal
    /// The column's value is another one.
    case notEqual
    /// The column's value comes before the other one.
    case less
    /// The column's value comes before the other one or equals it.
    case lessOrEqual
    /// The column's value comes after the other one.
    case greater
    /// The column's value comes after the other one or equals it.
    case greaterOrEqual
  }
}

extension RowFilter {
  /// The positions of the columns that are looked at, in order, each once.
  public var columns: [Int] {
    var positions: Set<Int> = []
    collectColumns(into: &positions)
    return positions.sorted()
  }

  private func collectColumns(into positions: inout Set<Int>) {
    switch self {
    case .comparison(let column, _, _), .isOneOf(let column, _), .startsWith(let column, _),
      .isNull(let column), .isNotNull(let column):
      positions.insert(column)
    case .not(let filter): filter.collectColumns(into: &positions)
    case .all(let filters), .any(let filters):
      for filter in filters { filter.collectColumns(into: &positions) }
    }
  }

  /// Returns the same condition over other positions of its columns.
  public func mappingColumns(_ position: (Int) -> Int) -> RowFilter {
    switch self {
    case .comparison(let column, let comparison, let value):
      .comparison(column: position(column), comparison, value)
    case .isOneOf(let column, let values): .isOneOf(column: position(column), values)
    case .startsWith(let column, let prefix): .startsWith(column: position(column), prefix)
    case .isNull(let column): .isNull(column: position(column))
    case .isNotNull(let column): .isNotNull(column: position(column))
    case .not(let filter): .not(filter.mappingColumns(position))
    case .all(let filters): .all(filters.map { $0.mappingColumns(position) })
    case .any(let filters): .any(filters.map { $0.mappingColumns(position) })
    }
  }
}
