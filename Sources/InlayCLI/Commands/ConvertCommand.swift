import ArgumentParser
import Inlay

/// Turns files into files of another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turns CSV, JSON and Parquet into each other, and each into itself anew.",
    discussion: """
      A target that ends in .parquet, .csv, .tsv, .txt, .json, .jsonl or .ndjson is one file, for one input; text is \
      compressed where .gz stands behind that. Any other target is a folder, \
      which gets one Parquet file for each input, under the input's name. Each file appears when it is whole. With \
      --partition-by all inputs become one table: a folder with folders key=value for the values of these columns. \
      The target - is the standard output, which gets all inputs as one table in the form that --format says.
      """)

  @Argument(
    help: "CSV, JSON and Parquet files, folders of them, patterns, and - for the standard input.",
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp("The file or folder to write, or - for the standard output.", valueName: "path"),
    completion: .file())
  var to: String

  @Option(
    help: ArgumentHelp(
      "A column whose values are told by folders of the target; can be given many times.", valueName: "column"
    ))
  var partitionBy: [String] = []

  @Option(
    help: "What becomes of files that are there already: error, overwrite, or append to a partitioned table.")
  var mode = OutputMode.error

  @OptionGroup var output: OutputArguments
  @OptionGroup var filter: FilterArguments
  @OptionGroup var execution: RunArguments

  @Flag(help: "Tell what would be read and written, and do nothing.")
  var dryRun = false

  @Option(help: "The format of the inputs, where neither their names nor their first bytes tell it.")
  var inputFormat: TableFiles.Format?

  @Flag(help: "Print the report of the run as JSON.")
  var json = false

  @OptionGroup(title: "Options for Parquet")
  var parquet: ParquetOutputArguments

  @OptionGroup(title: "Options for CSV")
  var csv: CSVArguments

  @OptionGroup(title: "Options for JSON")
  var records: JSONArguments

  func validate() throws {
    if mode == .append && partitionBy.isEmpty {
      throw ValidationError("A file cannot be appended to; give --mode overwrite, or another target.")
    }
    if isPrinted && (json || dryRun || !partitionBy.isEmpty) {
      throw ValidationError(
        "With --to - rows go to the standard output: leave --json, --dry-run and --partition-by out.")
    }
    if !isPrinted && output.format != nil {
      throw ValidationError("--format is for --to -: the name of a target tells its format.")
    }
  }

  private var isPrinted: Bool { to == StandardInput.name }

  func run() throws {
    let paths = try StandardInput.resolved(inputs)
    let options = try options(paths)
    if isPrinted { return try printRows(paths, options) }
    let conversion = try Conversion(paths, to: to, options: options)
    if dryRun { return try Terminal.print(conversion.steps.map { Self.shown($0) }) }
    var reports: [RunReport] = []
    for (index, step) in conversion.steps.enumerated() {
      let input = StandardInput.shown(step.input.path)
      let title = conversion.steps.count == 1 ? input : "\(index + 1)/\(conversion.steps.count) \(input)"
      let report = try RunDisplay.showing(title) { try conversion.run(step, monitor: $0) }
      tell(report, Self.shown(step))
      reports.append(report)
    }
    guard json, let first = reports.first else { return }
    try Terminal.print([reports.dropFirst().reduce(first) { $0.adding($1) }.json.text()])
  }

  /// Prints all inputs as one table; no line of progress stands between its rows.
  private func printRows(_ paths: [String], _ options: Conversion.Options) throws {
    var text = options.csv
    if options.separatesByName { text.separator = CSVOptions.separator(named: paths[0]) ?? text.separator }
    let table = filter.rows(
      of: .files(
        at: paths, csv: text, json: options.json, format: options.inputFormat, workers: options.workers))
    let printer = try output.printer(of: try table.schema(), parquet: options.parquet)
    let report = try table.run(into: printer.sink, workers: options.workers)
    try printer.finish()
    tell(report, "\(paths.map(StandardInput.shown).joined(separator: ", ")) → standard output")
  }

  private func tell(_ report: RunReport, _ title: String) {
    RunDisplay.tell(report, title)
    if filter.condition != nil { Terminal.inform(RunDisplay.skipped(report)) }
  }

  private func options(_ paths: [String]) throws -> Conversion.Options {
    var options = Conversion.Options()
    options.csv = try csv.options(for: "", types: .inferred)
    options.csv.neutralisesFormulas = output.formulas.neutraliseFormulas
    options.json = try records.options(csv)
    options.separatesByName = csv.separator == nil
    options.parquet = parquet.options
    options.filter = filter.condition
    options.mode = mode
    options.partitionedBy = partitionBy
    options.workers = execution.workers
    options.inputFormat = try inputFormat ?? StandardInput.format(of: paths, named: inputs)
    return options
  }

  /// What is made of what.
  private static func shown(_ step: Conversion.Step) -> String {
    "\(StandardInput.shown(step.input.path)) → \(step.output)".printable
  }
}

/// The ways to compress the pages of a Parquet file.
enum PageCompression: String, ExpressibleByArgument, CaseIterable {
  case snappy
  case gzip
  case zstd
  case brotli
  case lz4
  case lz4Hadoop = "lz4-hadoop"
  case none

  /// Takes the format's own names too, where they differ.
  init?(argument: String) {
    switch argument {
    case "lz4_raw": self = .lz4
    case "uncompressed": self = .none
    default: self.init(rawValue: argument)
    }
  }

  var codec: Compression {
    switch self {
    case .snappy: .snappy
    case .gzip: .gzip
    case .zstd: .zstd
    case .brotli: .brotli
    case .lz4: .lz4Raw
    case .lz4Hadoop: .lz4
    case .none: .uncompressed
    }
  }
}
