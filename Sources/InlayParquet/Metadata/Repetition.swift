/// How often a value may occur in its parent: `FieldRepetitionType` in the format.
public enum Repetition: Int32, Hashable, Sendable, CaseIterable {
  /// Exactly once.
  case required = 0
  /// Once or not at all.
  case optional = 1
  /// Any number of times.
  case repeated = 2
}
