import ArgumentParser
import Inlay

/// Runs a job.
struct JobRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a job on this machine.",
    discussion: """
      All that can be wrong with the document, its locations and its columns is found before a row is read. Outputs are \
      written aside, and take their place when the whole run has succeeded.
      """)

  @OptionGroup var job: JobArguments
  @OptionGroup var locations: LocationArguments
  @OptionGroup var replacements: ReplacementArguments

  @Option(help: "What becomes of files that a target holds already.")
  var mode = OutputMode.error

  @Option(help: ArgumentHelp("The number of rows of every file of a target but the last.", valueName: "n"))
  var rowsPerFile = JobOptions().rowsPerFile

  @Option(help: ArgumentHelp("What becomes of a row that breaks the rules of its file.", valueName: "what"))
  var onBadRow = CSVOptions.BadRowPolicy.fail

  @OptionGroup var execution: RunArguments
  @OptionGroup var memory: MemoryArguments

  @Flag(help: "Tell afterwards what each operation of the plan did, as a tree.")
  var plan = false

  @Flag(help: "Print the report of the run as JSON.")
  var json = false

  func validate() throws {
    if rowsPerFile < 1 { throw ValidationError("--rows-per-file takes a number of at least 1.") }
  }

  func run() throws {
    var options = JobOptions()
    options.mode = mode
    options.rowsPerFile = rowsPerFile
    options.onBadRow = onBadRow
    let runner = JobRunner(
      try replacements.applied(to: job.read()), locations: try locations.read(), options: options)
    let report = try RunDisplay.showing(nil) {
      try runner.run(workers: execution.workers, monitor: $0, limits: memory.limits)
    }
    for line in report.lines(showsPlan: plan) { Terminal.inform(line) }
    if json { try Terminal.print([report.json.text()]) }
  }
}
