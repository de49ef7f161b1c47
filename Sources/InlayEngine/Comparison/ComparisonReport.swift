/// What two tables differ in.
public struct ComparisonReport: Hashable, Sendable {
  /// The names of the columns that both tables have, in the order of the left table's.
  public var comparedColumns: [String] = []
  /// What the tables' columns differ in, in the order of the left table's.
  public var columns: [ColumnDifference] = []
  /// The number of rows of the left table.
  public var leftRowCount = 0
  /// The number of rows of the right table.
  public var rightRowCount = 0
  /// The number of rows that differ: in order the numbers of rows at which the tables do, or else the rows that only one
  /// of the two has.
  public var differingRowCount = 0
  /// The first of these rows.
  public var rows: [RowDifference] = []

  /// Makes the report of two tables that differ in nothing.
  public init() {}

  /// Whether the tables are equal.
  public var isEqual: Bool { columns.isEmpty && differingRowCount == 0 }
}

/// One of two tables that are compared.
public enum ComparisonSide: String, Hashable, Sendable, CaseIterable {
  /// The first of the two.
  case left
  /// The second of the two.
  case right
}

/// Something in which the columns of two tables differ.
public struct ColumnDifference: Hashable, Sendable {
  /// What columns can differ in.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One table has no column of this name.
    case presence
    /// The types.
    case type
    /// Whether values may be missing.
    case nullability
    /// What the values mean beyond their type.
    case meaning
    /// The place among the columns that both tables have.
    case order
  }

  /// The column's name.
  public var column: String
  /// What differs.
  public var kind: Kind
  /// How it is in the left table; nil where that has no such column.
  public var left: String?
  /// How it is in the right table; nil where that has no such column.
  public var right: String?

  /// Describes a difference.
  public init(column: String, kind: Kind, left: String?, right: String?) {
    self.column = column
    self.kind = kind
    self.left = left
    self.right = right
  }
}

/// A row in which two tables differ.
public enum RowDifference: Hashable, Sendable {
  /// Rows of the same number, from 0, with the values that differ.
  case values(row: Int, [ValueDifference])
  /// A row that one table has more often, or has where the other has ended: its number from 0, how many times more,
  /// and its values in the columns that both tables have, as texts.
  case only(ComparisonSide, row: Int, times: Int, values: [String?])
}

/// A value in which two rows differ, as texts; nil for null.
public struct ValueDifference: Hashable, Sendable {
  /// The column's name.
  public var column: String
  /// The value of the left table.
  public var left: String?
  /// The value of the right table.
  public var right: String?

  /// Describes a difference.
  public init(column: String, left: String?, right: String?) {
    self.column = column
    self.left = left
    self.right = right
  }
}
