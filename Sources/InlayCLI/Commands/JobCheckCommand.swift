import ArgumentParser
import Inlay

/// Checks whether a job can run.
struct JobCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds all that keeps a job from running, without reading a row.",
    discussion: "The headers of the inputs are read, so that columns are checked too. Nothing is written.")

  @OptionGroup var job: JobArguments
  @OptionGroup var locations: LocationArguments
  @OptionGroup var replacements: ReplacementArguments

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let graph = try replacements.applied(to: job.read())
    let findings = JobRunner(graph, locations: try locations.read()).check()
    let error = InlayError(findings, in: job.document)
    if json {
      try Terminal.print([JSONValue.array(findings.map(\.json)).text()])
      if error != nil { throw ExitCode.failure }
    } else {
      for finding in findings where finding.severity == .warning { Terminal.inform(finding.description) }
      if let error { throw error }
      Terminal.inform("\((graph.document.name ?? job.document).printable) can run")
    }
  }
}
