/// A function that scripts for Spark call, written into a script that needs it.
struct SparkHelper: Sendable {
  let name: String
  /// The names of the functions that it calls.
  var needs: [String] = []
  /// The modules that it needs, as they are imported.
  var imports: [String] = []
  let code: String

  /// All of them, in the order in which they stand in a script.
  static let all = places + sources + joins + columns + rows + foreign + targets

  /// Returns the functions of the given names and those they need, in order.
  static func closure(of names: Set<String>) -> [SparkHelper] {
    var needed = names
    // Functions need only those that stand before them.
    for helper in all.reversed() where needed.contains(helper.name) { needed.formUnion(helper.needs) }
    return all.filter { needed.contains($0.name) }
  }
}
