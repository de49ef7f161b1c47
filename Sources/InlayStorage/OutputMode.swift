/// What a run does with the files that its target holds already.
public enum OutputMode: String, Hashable, Sendable, CaseIterable {
  /// Refuses to run.
  case error
  /// Adds its files to them.
  case append
  /// Puts its files in their place, when the whole run has succeeded.
  case overwrite
}
