public import ArgumentParser
public import Inlay

/// Starts the document of a job.
struct JobNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Starts a job's document from CSV files and the joins between them.",
    discussion: """
      The headers of the files are read, so that mistyped names are found. Joins are equijoins, made in the order they \
      are given; a second one between the same two files is a further key. Where two files have a column of one name, \
      a join puts a dot before that of the file on its left.
      """)

  @Argument(help: "The document to write.", completion: .file(extensions: ["json"]))
  var output: String

  @Option(
    help: ArgumentHelp(
      "A CSV file with a header, and the name to call it; can be given many times.", valueName: "name=path"))
  var csv: [String] = []

  @Option(
    help: ArgumentHelp(
      "The columns by which two files are joined; can be given many times.", valueName: "left.key=right.key"))
  var join: [String] = []

  @Option(help: ArgumentHelp("The folder that the rows go to, as Parquet.", valueName: "path"))
  var target: String

  @Option(
    help: ArgumentHelp("The job's name; the document's file name when none is given.", valueName: "name"))
  var name: String?

  @Option(
    help:
      "The form of the document: as Glue Studio saves it, as CreateJob takes it, or as Glue pushes it to a repository."
  )
  var dialect = JobDialect.console

  @Option(help: "What becomes of a document that is there already.")
  var mode = OutputMode.error

  func run() throws {
    var draft = JobDraft()
    for option in csv { try draft.addCSV(option) }
    for option in join { try draft.addJoin(option) }
    let document = try draft.document(name: name ?? Self.name(of: output), target: target, dialect: dialect)
    try document.write(to: output, in: dialect, mode: mode)
    Terminal.inform("\(output.printable) has \(document.nodes.count) nodes; inlay job show draws them")
  }

  /// Returns the name of a file without its folder and ending.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json") && file.count > 5 ? String(file.dropLast(5)) : file
  }
}

extension JobDialect: ExpressibleByArgument {}
