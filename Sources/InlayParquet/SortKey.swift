/// A column by which the rows of a file that is written are sorted.
public struct SortKey: Hashable, Sendable {
  /// The names of the schema's fields on the way to the column: one, and more for a field of a structure.
  public var path: [String]
  /// Whether the greatest value stands first.
  public var isDescending: Bool
  /// Whether nulls stand before all values, whichever of those is first.
  public var areNullsFirst: Bool

  /// Makes a key of a field of a structure, or of a structure in one.
  public init(path: [String], isDescending: Bool = false, areNullsFirst: Bool = false) {
    self.path = path
    self.isDescending = isDescending
    self.areNullsFirst = areNullsFirst
  }

  /// Makes a key of a column.
  public init(_ column: String, isDescending: Bool = false, areNullsFirst: Bool = false) {
    self.init(path: [column], isDescending: isDescending, areNullsFirst: areNullsFirst)
  }
}
