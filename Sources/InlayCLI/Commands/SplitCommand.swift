import ArgumentParser
import Inlay

/// Spreads a table over files.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Spreads the rows of a table over several Parquet files.",
    discussion: """
      The files go to a folder, all of them at once when they are whole. One of --rows, --bytes, --parts and --by says \
      where a file ends.
      """)

  @Argument(
    help: "CSV or Parquet files, folders of either, and patterns: all together are one table.",
    completion: .file())
  var inputs: [String]

  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
  var to: String

  @Option(help: ArgumentHelp("The rows of a file.", valueName: "n"))
  var rows: Int?

  @Option(help: ArgumentHelp("The bytes, about, that a file's rows take in the input.", valueName: "n"))
  var bytes: Int?

  @Option(help: ArgumentHelp("The number of files, all of as many rows or one more.", valueName: "n"))
  var parts: Int?

  @Option(
    help: ArgumentHelp(
      "A column whose values are told by folders key=value; can be given many times.", valueName: "column"))
  var by: [String] = []

  @Option(help: "What becomes of files that are in the folder: error, append or overwrite.")
  var mode = OutputMode.error

  @OptionGroup var execution: RunArguments

  @OptionGroup(title: "Options for Parquet")
  var parquet: ParquetOutputArguments

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  private var measures: [FileSplit.Measure] {
    [rows.map { .rows($0) }, bytes.map { .bytes($0) }, parts.map { .parts($0) }].compactMap { $0 }
      + (by.isEmpty ? [] : [.values(of: by)])
  }

  func validate() throws {
    if measures.count != 1 { throw ValidationError("Give one of --rows, --bytes, --parts and --by.") }
    if [rows, bytes, parts].contains(where: { $0.map { $0 < 1 } ?? false }) {
      throw ValidationError("A table is split by a number of at least 1.")
    }
  }

  func run() throws {
    var split = try FileSplit(inputs, by: measures[0])
    split.csv = try csv.options(for: inputs.first ?? "", types: .inferred)
    split.json = try records.options(csv)
    split.parquet = parquet.options
    split.mode = mode
    split.workers = execution.workers
    let (report, files) = try RunDisplay.showing(to) { [split] in try split.run(to: to, monitor: $0) }
    RunDisplay.tell(report, "\(inputs[0]) → \(files.count) file\(files.count == 1 ? "" : "s") in \(to)")
  }
}
