/// A function in Python that stands in a script because something there calls it.
struct ScriptFunction: Sendable {
  let name: String
  /// The names of the functions that it calls.
  var needs: [String] = []
  /// The modules that it needs, as they are imported.
  var imports: [String] = []
  let code: String
}

extension [ScriptFunction] {
  /// Returns the functions of the given names and those they need, in order.
  func needed(by names: Set<String>) -> [ScriptFunction] {
    var needed = names
    // Functions need only those that stand before them.
    for function in reversed() where needed.contains(function.name) { needed.formUnion(function.needs) }
    return filter { needed.contains($0.name) }
  }
}
