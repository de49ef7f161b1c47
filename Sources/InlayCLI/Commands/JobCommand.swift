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
  // One list, as the parser would pass over unknown options before an argument of its own.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      """
      The document, as AWS Glue Studio saves it, as GetJob gives it, or as Glue pushes it to a repository. Behind it, \
      values of its parameters as a job is given them: --day 7 or --day=7, where no option has the name.
      """, valueName: "document"),
    completion: .file(extensions: ["json"]))
  var inputs: [String]

  @Option(
    name: .customLong("arg"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The value of a parameter such as ${day} in the document, before its default; can be given many times.",
      valueName: "name=value"))
  var values: [String] = []

  var document: String { inputs.first ?? "" }

  func validate() throws {
    if document.hasPrefix("-") {
      throw ValidationError(
        "Unknown option '\(document.printable)'; arguments of the job stand behind its document.")
    }
    do {
      _ = try JobParameters(values)
    } catch {
      throw ValidationError("--arg: \(error.description)")
    }
    do {
      _ = try parameters()
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func parameters() throws(InlayError) -> JobParameters {
    var parameters = try JobParameters(values)
    try parameters.add(arguments: Array(inputs.dropFirst()))
    return parameters
  }

  func read() throws -> JobGraph {
    let bytes = try MappedFile(path: document).buffer
    let parameters = try self.parameters()
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
