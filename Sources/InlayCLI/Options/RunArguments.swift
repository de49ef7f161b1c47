import ArgumentParser
import Inlay

/// How a run is done.
struct RunArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The number of threads. (default: one for each processor)", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      """
      The memory that the run is to stay within, such as 512MiB; rows that must be held and do not fit go to files. \
      (default: half of what the machine has)
      """, valueName: "size"))
  var memory: ByteCountArgument?

  @Option(
    help: ArgumentHelp(
      "The folder for rows that do not fit in memory; nothing is left there. (default: TMPDIR, or /var/tmp)",
      valueName: "folder"), completion: .directory)
  var spill: String?

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
    if let memory, memory.count < RunLimits.leastMemory {
      throw ValidationError("--memory takes a size of at least 16MiB.")
    }
  }

  var workers: Workers { Workers(count: threads) }
  var limits: RunLimits { RunLimits(memory: memory?.count, spillFolder: spill) }
}

/// The files of a table to read, and how.
struct InputArguments: ParsableArguments {
  @Argument(
    help: "CSV, JSON or Parquet files, folders of them, and patterns: all together are one table.",
    completion: .file())
  var files: [String]

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  func table(types: TypeSource) throws -> Table {
    Table.files(
      at: files, csv: try csv.options(for: files.first ?? "", types: types), json: try records.options(csv))
  }
}
