import ArgumentParser
import Inlay

/// Runs, checks, draws and exports visual jobs.
struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "Runs, checks, draws and exports visual jobs.",
    subcommands: [JobRunCommand.self, JobCheckCommand.self, JobShowCommand.self, JobExportCommand.self])
}

/// The job that a command is about, and where its files lie.
struct JobArguments: ParsableArguments {
  @Argument(
    help: "The document, as AWS Glue Studio saves it (Actions, Download).",
    completion: .file(extensions: ["json"]))
  var document: String

  func read() throws -> JobGraph {
    let bytes = try MappedFile(path: document).buffer
    return JobGraph(try JobDocument(parsing: Array(bytes), file: document))
  }
}

/// Where the locations of a document lie on this machine.
struct LocationArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.",
      valueName: "prefix=path"))
  var map: [String] = []

  func validate() throws {
    do {
      _ = try read()
    } catch let error as InlayError {
      throw ValidationError("--map: \(error.description)")
    }
  }

  func read() throws -> LocationMap { try LocationMap(map) }
}
