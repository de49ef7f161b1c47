import ArgumentParser
import Inlay

/// Prints a table as CSV.
struct CatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cat", abstract: "Prints all rows of a file.",
    discussion: """
      The options for CSV are those of reading; CSV that is printed has commas, double quotes and a header. A table has \
      its headings anew after every thousand rows at most.
      """)

  @OptionGroup var output: OutputArguments

  @Option(help: ArgumentHelp("The columns to print, separated by commas.", valueName: "a,b"))
  var columns: String?

  @OptionGroup var rows: ReportedFilterArguments
  @OptionGroup var execution: RunArguments
  @OptionGroup var input: InputArguments

  func run() throws {
    var table = rows.filter.rows(of: try input.table(types: .strings))
    if let columns {
      table = table.selecting(
        columns.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
    let printer = try output.printer(of: try table.schema())
    let report = try table.run(into: printer.sink, workers: execution.workers)
    try printer.finish()
    rows.tell(report)
    for line in RunDisplay.rejections(report) { Terminal.inform(line) }
  }
}
