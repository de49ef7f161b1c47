public import ArgumentParser
public import Inlay

/// Draws a job.
struct JobShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Draws a job's graph as text, Mermaid or SVG, and says what keeps it from running.")

  @OptionGroup var job: JobArguments

  @Option(help: "The form of the drawing.")
  var format = JobDrawing.text

  func run() throws {
    let graph = try job.read()
    let width = Terminal.Stream.output.width ?? 80
    let drawing = try graph.drawn(as: format, width: Swift.max(40, width))
    try Terminal.print([String(drawing.dropLast())])
    for finding in graph.findings { Terminal.inform(finding.description) }
  }
}

extension JobDrawing: ExpressibleByArgument {}
