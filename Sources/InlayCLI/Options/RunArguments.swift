public import ArgumentParser
public import Inlay

/// How a run is done.
struct RunArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The number of threads. (default: one for each processor)", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  var workers: Workers { Workers(count: threads) }
}

/// The files of a table to read, and how.
struct InputArguments: ParsableArguments {
  @Argument(
    help:
      "CSV, JSON or Parquet files, folders of them, patterns, and - for the standard input: all are one table.",
    completion: .file())
  var files: [String]

  @Option(help: "The format of the files, where neither their names nor their first bytes tell it.")
  var inputFormat: TableFiles.Format?

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  func table(types: TypeSource) throws -> Table {
    var parquet = ParquetReadOptions()
    csv.readLimit.apply(to: &parquet.limits)
    let paths = try StandardInput.resolved(files)
    return Table.files(
      at: paths, csv: try csv.options(for: files.first ?? "", types: types), parquet: parquet,
      json: try records.options(csv), format: try inputFormat ?? StandardInput.format(of: paths, named: files)
    )
  }
}

extension TableFiles.Format: ExpressibleByArgument {}
