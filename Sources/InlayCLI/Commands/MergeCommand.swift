import ArgumentParser
import Inlay

/// Puts files into one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Puts files with the same columns into one Parquet file.",
    discussion: """
      Row groups of Parquet files with the same schema are copied as they are, with page index and bloom filters. With \
      --rewrite, and for files that only agree in names and types, all rows are decoded and written into full row \
      groups; a column may have nulls then where it may in one of the files.
      """)

  @Argument(help: "CSV or Parquet files, folders of either, and patterns.", completion: .file())
  var inputs: [String]

  @Option(help: ArgumentHelp("The Parquet file to write.", valueName: "path"), completion: .file())
  var to: String

  @Flag(help: "Decode all rows and write full row groups.")
  var rewrite = false

  @Option(help: "What becomes of a file that is there already: error or overwrite.")
  var mode = OutputMode.error

  @OptionGroup var execution: RunArguments

  @OptionGroup(title: "Options for Parquet")
  var parquet: ParquetOutputArguments

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  func validate() throws {
    if mode == .append {
      throw ValidationError("A file cannot be appended to; give --mode overwrite, or another target.")
    }
  }

  func run() throws {
    var options = FileMerge.Options()
    options.rewrites = rewrite
    options.csv = try csv.options(for: inputs.first ?? "", types: .inferred)
    options.json = try records.options(csv)
    options.parquet = parquet.options
    options.mode = mode
    options.workers = execution.workers
    let merge = try FileMerge(inputs, options: options)
    if let obstacle = merge.obstacle {
      Terminal.inform("rows are written anew: \(obstacle.description.printable)")
    }
    let counts = try RunDisplay.showing(to) { try merge.run(to: to, monitor: $0) }
    let files = merge.inputs.files.count
    let groups = counts.rowGroupCount.map { " in \($0) copied row group\($0 == 1 ? "" : "s")" } ?? ""
    Terminal.inform(
      """
      \(files) file\(files == 1 ? "" : "s") → \(to.printable): \(Quantity.count(counts.rowCount)) rows\(groups)
      """)
  }
}
