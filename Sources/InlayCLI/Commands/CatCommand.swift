import ArgumentParser
import Inlay

/// Prints a table as CSV.
struct CatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cat", abstract: "Prints all rows of a file as CSV, the header first.",
    discussion:
      "The options for CSV are those of reading; what is printed has commas, double quotes and a header.")

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
    let output = Terminal.Stream.output.open()
    let report = try table.run(
      into: CSVWriter(output: output, schema: try table.schema()), workers: execution.workers)
    try output.flush()
    rows.tell(report)
    for line in RunDisplay.rejections(report) { Terminal.inform(line) }
  }
}
