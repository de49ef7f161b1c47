import ArgumentParser
import Inlay

/// Shows the first rows of a table.
struct HeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Shows the first rows of a file as a table.",
    discussion: "On a terminal the table is cut to its width; elsewhere it is whole.")

  @Option(name: .customShort("n"), help: ArgumentHelp("The number of rows.", valueName: "n"))
  var rowCount = 10

  @OptionGroup var rows: ReportedFilterArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    if rowCount < 0 { throw ValidationError("The number of rows cannot be negative.") }
  }

  func run() throws {
    let table = rows.filter.rows(of: try input.table(types: .strings))
    let schema = try table.schema()
    let output = Terminal.Stream.output
    let sink = CollectingSink(limit: rowCount)
    let report = try table.run(into: sink)
    let shown = TextTable(
      schema, sink.batches, width: output.width, isStyled: output.isTerminal)
    try Terminal.print(shown.lines())
    let hidden = schema.count - shown.shownColumnCount
    if hidden > 0 { Terminal.inform("\(hidden) of \(schema.count) columns are not shown") }
    rows.tell(report)
    for line in RunDisplay.rejections(report) { Terminal.inform(line) }
  }
}
