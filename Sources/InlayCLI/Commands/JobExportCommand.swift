public import ArgumentParser
public import Inlay

/// Writes a job as a script.
struct JobExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a job as a script for Apache Spark or AWS Glue.",
    discussion: """
      pyspark: Python for plain Apache Spark, 3.3 and later, with no library of Glue; its --map says where locations \
      lie, as here. glue: Python for AWS Glue, in the form of the scripts that Glue Studio makes.
      """)

  @OptionGroup var job: JobArguments

  @Option(help: "What to write.")
  var to: JobScript

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; without it the script goes to the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "What becomes of a file that is there already.")
  var mode = OutputMode.error

  func run() throws {
    let text = try job.read().script(in: to)
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

extension JobScript: ExpressibleByArgument {}
