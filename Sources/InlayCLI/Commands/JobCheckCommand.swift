import ArgumentParser
import Inlay

/// Checks whether a job can run.
struct JobCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds all that keeps a job from running, without reading a row.",
    discussion: "The headers of the inputs are read, so that columns are checked too. Nothing is written.")

  @OptionGroup var job: JobArguments
  @OptionGroup var locations: LocationArguments

  @Flag(help: "Print the warnings as JSON.")
  var json = false

  func run() throws {
    let graph = try job.read()
    let warnings = try JobRunner(graph, locations: try locations.read()).check()
    if json {
      try Terminal.print([JSONValue.array(warnings.map(\.json)).text()])
    } else {
      for warning in warnings { Terminal.inform(warning.description) }
      Terminal.inform("\((graph.document.name ?? job.document).printable) can run")
    }
  }
}
