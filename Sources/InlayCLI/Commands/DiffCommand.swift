import ArgumentParser
import Inlay

/// Compares two tables.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tells what two tables differ in: columns, then rows.",
    discussion: """
      Columns are compared by their names. Rows are compared in order, or with --unordered as often as each occurs, \
      whatever the order; then at most about 250 MB of rows without counterpart are held, and with more the files are \
      read several times. NaN equals NaN, null equals null, and -0 differs from 0. Text is read with the types of the \
      other table, where that has types, CSV with those of JSON too; an empty string of CSV is the same as null then, \
      unless --null is given. The command ends with 0 when the tables are equal and with 2 when they \
      differ. The form of the JSON is that of Schemas/diff-report.schema.json.
      """)

  @Argument(help: "A CSV, JSON or Parquet file, a folder of one of these, or a pattern.", completion: .file())
  var left: String

  @Argument(help: "The table to compare it with.", completion: .file())
  var right: String

  @Flag(help: "Compare how often each row occurs, whatever the order.")
  var unordered = false

  @Option(help: ArgumentHelp("The most rows to show; with --unordered, of each table.", valueName: "n"))
  var limit = 10

  @Flag(help: "Print the differences as JSON.")
  var json = false

  @OptionGroup var execution: RunArguments

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  /// The exit code for tables that differ.
  static let differences = ExitCode(2)

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit cannot be negative.") }
  }

  func run() throws {
    var comparison = FileComparison()
    comparison.tables.isUnordered = unordered
    comparison.tables.limit = limit
    comparison.tables.workers = execution.workers
    comparison.adoptsTypes = csv.types == nil && csv.schema == nil && !csv.decimals
    let inputs = try [left, right].map {
      FileComparison.Input(
        path: $0, csv: try csv.options(for: $0, types: .strings), json: try records.options(csv))
    }
    let report = try RunDisplay.showing("\(left) and \(right)") { [comparison] monitor in
      try comparison.run(inputs[0], inputs[1], monitor: monitor)
    }
    if json {
      try Terminal.print([report.json.text()])
    } else {
      let output = Terminal.Stream.output
      let display = ComparisonDisplay(
        report, names: [left, right], width: output.width, isStyled: output.isStyled)
      try Terminal.print(display.lines)
      Terminal.inform(display.summary)
    }
    if !report.isEqual { throw Self.differences }
  }
}
