public import InlayBytes
public import InlayCSV
public import InlayDatasets
public import InlayEngine
public import InlayJSON
public import InlayParquet
public import InlayStorage

/// Files that become files of another format, each on its own, or all of them a partitioned table.
public struct Conversion: Sendable {
  /// One input and what it becomes.
  public struct Step: Hashable, Sendable {
    /// What is read: a file, or a folder that is one table; for a partitioned table all inputs.
    public let input: TableFiles
    /// The path of the file that is written, or of the folder of a partitioned table.
    public let output: String
    /// The format that is written.
    public let format: TableFiles.Format
  }

  /// The inputs in their order.
  public let steps: [Step]
  private let options: Options

  /// How files are read and written.
  public struct Options: Sendable {
    /// How delimited text is read, and written too.
    public var csv = CSVOptions()
    /// How JSON is read.
    public var json = JSONOptions()
    /// The format of the inputs, where neither their names nor their first bytes tell it.
    public var inputFormat: TableFiles.Format?
    /// Whether files whose names end in `.tsv` have tabs between their fields, whatever `csv` says.
    public var separatesByName = false
    /// What rows must meet to be converted, in the form of ``RowFilter/init(text:schema:)``; nil for all rows.
    public var filter: String?
    /// How Parquet is written.
    public var parquet = ParquetWriterOptions()
    /// What becomes of files that are where the outputs shall be; a file cannot be appended to.
    public var mode = OutputMode.error
    /// The columns that folders of the target tell, `key=value/`: all inputs then become one table of Parquet files.
    public var partitionedBy: [String] = []
    /// The threads of each step.
    public var workers = Workers()

    /// Makes the default options.
    public init() {}
  }

  /// Finds the inputs and makes sure that the outputs can be written; reads no rows.
  ///
  /// - Parameters:
  ///   - inputs: The paths of files and folders, and patterns of them.
  ///   - target: A file whose name tells its format, for one input; or a folder, which gets one Parquet file for each
  ///     input, under the input's name, or one partitioned table of all.
  ///   - options: How files are read and written.
  /// - Throws: ``InlayError/Code/invalidInput`` when an input is not there or an output is, or two inputs would become
  ///   one output.
  public init(_ inputs: [String], to target: String, options: Options = Options()) throws {
    self.options = options
    guard options.partitionedBy.isEmpty else {
      steps = [
        Step(
          input: try TableFiles(paths: inputs, format: options.inputFormat), output: target, format: .parquet)
      ]
      try check()
      return
    }
    let tables = try inputs.map { try TableFiles(path: $0, format: options.inputFormat) }
    let format = TableFiles.Format(path: target)
    let isFolder = try target.hasSuffix("/") || format == nil || System.status(path: target)?.isFolder == true
    guard isFolder || tables.count == 1 else {
      throw InlayError(
        .invalidInput, "is one file, and there are \(tables.count) inputs; give a folder",
        at: .init(file: target))
    }
    steps = tables.map { table in
      isFolder
        ? Step(input: table, output: Self.output(of: table.path, in: target), format: .parquet)
        : Step(input: table, output: target, format: format ?? .parquet)
    }
    try check()
  }

  private func check() throws {
    var inputs: [String: String] = [:]
    for step in steps {
      if let other = inputs.updateValue(step.input.path, forKey: step.output) {
        throw InlayError(
          .invalidInput,
          "would be made of two inputs; convert them one after the other: \(other), \(step.input.path)",
          at: .init(file: step.output))
      }
    }
    if steps.contains(where: { $0.format == .parquet }) { try options.parquet.check() }
    for step in steps {
      if options.partitionedBy.isEmpty {
        try StagedFile.check(path: step.output, mode: options.mode)
      } else {
        try DatasetOutput.check(path: step.output, options: output(of: step))
      }
    }
  }

  private func output(of step: Step) -> OutputOptions {
    let format: OutputOptions.Format =
      switch step.format {
      case .csv: .csv(csv(for: step.output))
      case .json: .json(JSONOptions())
      case .parquet: .parquet(options.parquet)
      }
    return OutputOptions(format: format, mode: options.mode, partitionedBy: options.partitionedBy)
  }

  private static func output(of input: String, in folder: String) -> String {
    var name = input.split(separator: "/").last.map(String.init) ?? input
    for ending in [".gz", ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".parquet"]
    where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".parquet"
  }

  /// Makes one output of its input: it appears when it is whole.
  public func run(_ step: Step, monitor: RunMonitor = RunMonitor()) throws -> RunReport {
    var table = Table {
      let source = try step.input.open(
        csv: csv(for: step.input.path), json: options.json, workers: options.workers)
      return .scan(source, label: step.input.path)
    }
    if let filter = options.filter { table = table.filtering(where: filter) }
    let target = Table.Target(path: step.output, options: output(of: step))
    return try table.write(to: target, workers: options.workers, monitor: monitor).report
  }

  private func csv(for path: String) -> CSVOptions {
    var csv = options.csv
    if options.separatesByName, let separator = CSVOptions.separator(named: path) {
      csv.separator = separator
    }
    return csv
  }
}

extension CSVOptions {
  /// The separator that a file's name tells by its end: a tab for `.tsv` and `.tsv.gz`; else nil.
  public static func separator(named path: String) -> UInt8? {
    let name = path.lowercased()
    return name.hasSuffix(".tsv") || name.hasSuffix(".tsv.gz") ? UInt8(ascii: "\t") : nil
  }
}
