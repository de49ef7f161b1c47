/// How the bounds of a column chunk's pages follow each other.
public enum BoundaryOrder: Int32, Hashable, Sendable, CaseIterable {
  /// In no order.
  case unordered = 0
  /// Neither bound ever falls.
  case ascending = 1
  /// Neither bound ever rises.
  case descending = 2
}
