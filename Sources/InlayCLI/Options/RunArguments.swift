import ArgumentParser
import Inlay

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

/// A file or folder to read, and how.
struct InputArguments: ParsableArguments {
  @Argument(help: "A CSV or Parquet file, or a folder of either.", completion: .file())
  var file: String

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  func table(types: TypeSource) throws -> Table {
    Table.files(at: file, csv: try csv.options(for: file, types: types))
  }
}
