import ArgumentParser
import Inlay

/// Counts the rows of tables.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Counts the rows of files.",
    discussion: "For one file the number alone is printed; for several a line for each, and the sum.")

  @Argument(
    help: "CSV, JSON and Parquet files, folders of them, patterns, and - for the standard input.",
    completion: .file())
  var files: [String]

  @OptionGroup var rows: ReportedFilterArguments
  @OptionGroup var execution: RunArguments

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  func run() throws {
    var counts: [Int] = []
    for (file, path) in zip(files, try StandardInput.resolved(files)) {
      let table = Table.files(
        at: [path], csv: try csv.options(for: file, types: .strings), json: try json(),
        format: try StandardInput.format(of: [path], named: [file]), workers: execution.workers)
      counts.append(try RunDisplay.showing(file) { try count(table, $0) })
    }
    if files.count == 1 { return try Terminal.print(counts.map(String.init)) }
    let table = TextTable(
      headings: [TextTable.Heading(lines: [], isNumeric: true), TextTable.Heading(lines: [])],
      rows: zip(counts, files).map { [String($0), $1.printable] } + [[String(counts.reduce(0, +)), "total"]])
    try Terminal.print(table.lines())
  }

  /// The options for JSON; without a condition no column is needed, and none has to be found.
  private func json() throws -> JSONOptions {
    var options = try records.options(csv)
    if rows.filter.condition == nil { options.types = .schema(Schema([])) }
    return options
  }

  private func count(_ table: Table, _ monitor: RunMonitor) throws -> Int {
    guard rows.filter.condition != nil else {
      return try table.rowCount(workers: execution.workers, monitor: monitor)
    }
    let report = try rows.filter.rows(of: table).selecting([])
      .run(into: DiscardingSink(), workers: execution.workers, monitor: monitor)
    rows.tell(report)
    return report.rowCount
  }
}
