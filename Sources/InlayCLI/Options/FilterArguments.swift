import ArgumentParser
import Inlay

/// Which rows are taken.
struct FilterArguments: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Take the rows that meet a condition, such as \"a > 5 AND (b IN ('x', 'y') OR c IS NULL)\".",
      valueName: "condition"))
  var condition: String?

  /// Returns the rows of a table that are taken.
  func rows(of table: Table) -> Table { condition.map { table.filtering(where: $0) } ?? table }
}

/// Which rows are printed, and whether it is told how they were found.
struct ReportedFilterArguments: ParsableArguments {
  @OptionGroup var filter: FilterArguments

  @Flag(help: "Tell on the standard error what was read and what could be left out for --where.")
  var report = false

  /// Tells how the rows were found, when that is asked for.
  func tell(_ run: RunReport) {
    if report { Terminal.inform(RunDisplay.skipped(run)) }
  }
}
