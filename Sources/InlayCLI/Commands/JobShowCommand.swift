public import ArgumentParser
public import Inlay

/// Draws a job.
struct JobShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Draws a job's graph as text, Mermaid or SVG, and says what keeps it from running.",
    discussion: """
      With --plan it shows how the rows of each target will be made instead: the optimised plan, with the rows and bytes \
      that are expected of each operation. Only the headers of the inputs are read for that.
      """)

  @OptionGroup var job: JobArguments
  @OptionGroup var locations: LocationArguments
  @OptionGroup var replacements: ReplacementArguments

  @Option(help: "The form of the drawing.")
  var format = JobDrawing.text

  @Flag(help: "Show the optimised plan instead of the graph.")
  var plan = false

  func validate() throws {
    if plan, format != .text {
      throw ValidationError("--plan is shown as text only; leave out --plan, or --format \(format.rawValue).")
    }
  }

  func run() throws {
    let graph = try replacements.applied(to: job.read())
    if plan { return try showPlan(of: graph) }
    let width = Terminal.Stream.output.width ?? 80
    let drawing = try graph.drawn(as: format, width: Swift.max(40, width))
    try Terminal.print([String(drawing.dropLast())])
    for finding in graph.findings { Terminal.inform(finding.description) }
  }

  private func showPlan(of graph: JobGraph) throws {
    let outlines = try JobRunner(graph, locations: try locations.read()).outlines()
    let output = Terminal.Stream.output
    let trees = outlines.map { $0.lines(width: output.width, isStyled: output.isStyled) }
    try Terminal.print(Array(trees.joined(separator: [""])))
  }
}

extension JobDrawing: ExpressibleByArgument {}
