import ArgumentParser
import Inlay

/// Tells what the values of a table's columns are like.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tells what the values of each column are like.",
    discussion: """
      All values are read: nulls, distinct values, least, greatest, mean, and the most frequent value with its count. Up \
      to 262,144 distinct values of a column are counted; beyond that their number is an estimate within about 2 %, and \
      the count of a frequent value what is certain at least: such numbers have a ~ before them. Sizes are those of \
      Parquet footers. The form of the JSON is that of Schemas/statistics.schema.json.
      """)

  @OptionGroup var execution: RunArguments

  @Flag(help: "Print the statistics as JSON.")
  var json = false

  @OptionGroup var input: InputArguments

  func run() throws {
    var statistics = FileStatistics()
    statistics.csv = try input.csv.options(for: input.files.first ?? "", types: .inferred)
    statistics.json = try input.records.options(input.csv)
    statistics.workers = execution.workers
    let found = try RunDisplay.showing(input.files[0]) { [statistics] in
      try statistics.run(input.files, monitor: $0)
    }
    if json { return try Terminal.print([found.json.text()]) }
    let output = Terminal.Stream.output
    try Terminal.print(found.lines(width: output.width, isStyled: output.isStyled))
  }
}
