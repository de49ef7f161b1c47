/// What becomes of a row of a text file that breaks the rules of its format, or holds a value that is not of its
/// column's type.
public enum BadRowPolicy: String, Hashable, Sendable, CaseIterable {
  /// The scan ends with an error that names the place.
  case fail
  /// The row is left out, counted, and among the first of them reported.
  case skip
}
