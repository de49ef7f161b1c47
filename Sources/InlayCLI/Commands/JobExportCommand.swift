import ArgumentParser
import Inlay

/// Writes a job as a script, or as a document of another dialect.
struct JobExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a job as a script for Apache Spark or AWS Glue, or as a document of another dialect.",
    discussion: """
      pyspark: Python for plain Apache Spark, 3.3 and later, with no library of Glue; its --map says where locations \
      lie, as here. glue: Python for AWS Glue, in the form of the scripts that Glue Studio makes. console, api and \
      git: the document that Glue Studio, CreateJob and Glue's repositories have. Parameters such as ${day} stay.
      """)

  @OptionGroup var job: JobArguments

  @Option(help: "What to write.")
  var to: JobForm

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; without it the text goes to the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "What becomes of a file that is there already.")
  var mode = OutputMode.error

  func run() throws {
    let text = try to.text(of: try job.read())
    guard let output else { return try Terminal.print([String(text.dropLast())]) }
    let file = try StagedFile(path: output, mode: mode)
    do {
      try file.output.write(utf8: text)
      try file.commit()
    } catch {
      file.abandon()
      throw error
    }
  }
}

/// What a job can be written as.
enum JobForm: String, CaseIterable, ExpressibleByArgument {
  case pyspark, glue, console, api, git

  func text(of graph: JobGraph) throws -> String {
    switch self {
    case .pyspark: try graph.script(in: .pyspark)
    case .glue: try graph.script(in: .glue)
    case .console: graph.document.text(in: .console)
    case .api: graph.document.text(in: .api)
    case .git: graph.document.text(in: .git)
    }
  }
}
