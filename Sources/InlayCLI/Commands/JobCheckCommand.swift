import ArgumentParser
import Inlay

/// Checks whether a job can run.
struct JobCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds all that keeps a job from running, without reading a row.",
    discussion: """
      The headers of the inputs are read, so that columns are checked too. Nothing is written. The command ends with 2 \
      when something keeps the job from running, and with 1 when the document cannot be read; --json prints an array of \
      findings then too.
      """)

  @OptionGroup var job: JobArguments
  @OptionGroup var locations: LocationArguments
  @OptionGroup var replacements: ReplacementArguments

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let graph = try read()
    let findings = JobRunner(graph, locations: try locations.read()).check()
    let error = InlayError(findings, in: job.document)
    if json {
      try print(findings)
    } else {
      for finding in findings where finding.severity == .warning { Terminal.inform(finding.description) }
      let verdict = "\((graph.document.name ?? job.document).printable) can run"
      Terminal.inform(error.map { "inlay: \($0.description.printableLines)" } ?? verdict)
    }
    if error != nil { throw CheckCommand.findings }
  }

  /// Reads the document; why it cannot be read is a finding where findings are printed as JSON.
  private func read() throws -> JobGraph {
    do {
      return try replacements.applied(to: job.read())
    } catch let error as InlayError where json {
      try print([JobFinding(.error, node: nil, path: "", error.description)])
      throw ExitCode.failure
    }
  }

  private func print(_ findings: [JobFinding]) throws {
    try Terminal.print([JSONValue.array(findings.map(\.json)).text()])
  }
}
