/// The form of data pages.
public enum DataPageVersion: Int, Hashable, Sendable, CaseIterable {
  /// Levels and values compressed together: what every reader takes.
  case v1 = 1
  /// Levels left as they are before the values, which are compressed where that makes them smaller.
  case v2 = 2
}
