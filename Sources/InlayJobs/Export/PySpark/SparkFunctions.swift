/// The functions that scripts for Spark call, as a plain Spark has none like Glue's transforms.
enum SparkFunctions {
  /// All of them, in the order in which they stand in a script.
  static let all = places + sources + joins + columns + rows + foreign + targets
}
