/// The bytes that a data page's levels take before its values.
struct LevelByteCounts {
  /// The bytes of the repetition levels, which come first.
  var repetition = 0
  /// The bytes of the definition levels.
  var definition = 0

  /// The bytes of all levels.
  var total: Int { repetition + definition }
}
