/// One column that rows are ordered by.
public struct SortOrder: Hashable, Sendable {
  /// The position of the column.
  public var column: Int
  /// Whether the greatest value comes first.
  public var isDescending: Bool
  /// Whether nulls come before all values; as in Spark they do in ascending order, unless it is said.
  public var nullsFirst: Bool

  /// Orders by a column.
  public init(_ column: Int, descending isDescending: Bool = false, nullsFirst: Bool? = nil) {
    self.column = column
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst ?? !isDescending
  }
}
