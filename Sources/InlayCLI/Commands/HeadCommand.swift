import ArgumentParser
import Inlay

/// Shows the first rows of a table.
struct HeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Shows the first rows of a file, or the last ones.",
    discussion: "A table is cut to the width of the terminal; elsewhere it is whole.")

  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp(
      "The number of rows: -n 5 for the first five, -n -5 for the last five.", valueName: "n"))
  var rowCount = 10

  @OptionGroup var output: OutputArguments

  @OptionGroup var rows: ReportedFilterArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    if rowCount == .min { throw ValidationError("-n takes a number of rows.") }
  }

  func run() throws {
    let table = rows.filter.rows(of: try input.table(types: .strings))
    let schema = try table.schema()
    let printer = try output.printer(of: schema)
    let (batches, report) = try rows(of: table)
    try printer.print(batches)
    let hidden = schema.count - printer.shownColumnCount(batches)
    if hidden > 0 { Terminal.inform("\(hidden) of \(schema.count) columns are not shown") }
    rows.tell(report)
    for line in RunDisplay.rejections(report) { Terminal.inform(line) }
  }

  private func rows(of table: Table) throws -> ([RecordBatch], RunReport) {
    if rowCount < 0 {
      let last = LastRows(-rowCount)
      let report = try table.run(into: last)
      return (last.batches, report)
    }
    let first = CollectingSink(limit: rowCount)
    let report = try table.run(into: first)
    return (first.batches, report)
  }
}
