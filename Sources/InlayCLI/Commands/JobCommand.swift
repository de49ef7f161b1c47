import ArgumentParser
import Inlay

/// Runs, checks, draws, exports and starts visual jobs.
struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "Runs, checks, draws, exports and starts visual jobs.",
    subcommands: [
      JobRunCommand.self, JobCheckCommand.self, JobShowCommand.self, JobExportCommand.self,
      JobNewCommand.self,
    ])
}

/// The job that a command is about, and where its files lie.
struct JobArguments: ParsableArguments {
  @Argument(
    help:
      "The document, as AWS Glue Studio saves it, as GetJob gives it, or as Glue pushes it to a repository.",
    completion: .file(extensions: ["json"]))
  var document: String

  @Option(
    name: .customLong("arg"),
    help: ArgumentHelp(
      "The value of a parameter such as ${day} in the document, before its default; can be given many times.",
      valueName: "name=value"))
  var values: [String] = []

  func validate() throws {
    do {
      _ = try JobParameters(values)
    } catch {
      throw ValidationError("--arg: \(error.description)")
    }
  }

  func read() throws -> JobGraph {
    let bytes = try MappedFile(path: document).buffer
    let parameters = try JobParameters(values)
    return JobGraph(try JobDocument(parsing: Array(bytes), file: document, parameters: parameters))
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

  @Option(
    help: ArgumentHelp(
      "The file or folder that a table of the catalog is read from; can be given many times.",
      valueName: "db.table=path"))
  var table: [String] = []

  func validate() throws {
    do throws(InlayError) {
      _ = try LocationMap(map)
    } catch {
      throw ValidationError("--map: \(error.description)")
    }
    do throws(InlayError) {
      _ = try read()
    } catch {
      throw ValidationError("--table: \(error.description)")
    }
  }

  func read() throws(InlayError) -> LocationMap {
    var locations = try LocationMap(map)
    for table in table { try locations.addTable(table) }
    return locations
  }
}
