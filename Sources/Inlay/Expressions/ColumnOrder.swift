/// A column that rows are ordered by: `.ascending("name")`.
public struct ColumnOrder: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name of the column.
  public var column: String
  /// Whether the greatest value comes first.
  public var isDescending: Bool
  /// Whether nulls come before all values; by default they do in ascending order only.
  public var nullsFirst: Bool

  /// Orders by a column, the least value first, and nulls before it.
  public static func ascending(_ column: String, nullsFirst: Bool = true) -> Self {
    Self(column: column, isDescending: false, nullsFirst: nullsFirst)
  }

  /// Orders by a column, the greatest value first, and nulls after all.
  public static func descending(_ column: String, nullsFirst: Bool = false) -> Self {
    Self(column: column, isDescending: true, nullsFirst: nullsFirst)
  }

  /// Orders by a column, the least value first.
  public init(stringLiteral column: String) { self = .ascending(column) }

  private init(column: String, isDescending: Bool, nullsFirst: Bool) {
    self.column = column
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}
