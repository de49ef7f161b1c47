import ArgumentParser
import Inlay

/// The nodes of a job whose rows are read from files.
struct ReplacementArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be \
      given many times.
      """, valueName: "node=file"))
  var replace: [String] = []

  func validate() throws {
    do {
      _ = try read()
    } catch {
      throw ValidationError("--replace: \(error.description)")
    }
  }

  /// Returns a graph with those nodes replaced.
  func applied(to graph: JobGraph) throws -> JobGraph {
    try graph.replacing(try read())
  }

  private func read() throws(InlayError) -> [NodeReplacement] {
    var replacements: [NodeReplacement] = []
    for option in replace { replacements.append(try NodeReplacement(option)) }
    return replacements
  }
}
