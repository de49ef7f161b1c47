import ArgumentParser
import Inlay

/// The forms in which rows are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Columns below each other, for people.
  case table
  case csv
  /// An array of objects.
  case json
  /// An object a line.
  case ndjson
  /// A table of GitHub's dialect.
  case markdown
  case parquet
}

/// How rows are printed.
struct OutputArguments: ParsableArguments {
  @Option(help: "How rows are printed. (default: table on a terminal, else csv)")
  var format: OutputFormat?

  @OptionGroup var formulas: FormulaArguments

  /// Makes what prints the rows of a table.
  ///
  /// - Parameter parquet: How Parquet is written.
  func printer(of schema: Schema, parquet: ParquetWriterOptions = ParquetWriterOptions()) throws -> RowPrinter
  {
    let stream = Terminal.Stream.output
    var csv = CSVOptions()
    csv.neutralisesFormulas = formulas.neutraliseFormulas
    return try RowPrinter(
      format ?? (stream.isTerminal ? .table : .csv), schema, stream, csv: csv, parquet: parquet)
  }
}
