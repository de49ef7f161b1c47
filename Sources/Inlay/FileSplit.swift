public import InlayBytes
public import InlayCSV
import InlayColumns
public import InlayDatasets
public import InlayEngine
public import InlayJSON
public import InlayParquet
public import InlayStorage

/// A table that becomes several Parquet files in a folder.
public struct FileSplit: Sendable {
  /// What a file holds.
  public enum Measure: Hashable, Sendable {
    /// So many rows.
    case rows(Int)
    /// As many rows as take about so many bytes in the input.
    case bytes(Int)
    /// The same number of rows as every other one, or one more, in so many files.
    case parts(Int)
    /// The rows in which these columns have certain values, which a folder tells.
    case values(of: [String])
  }

  /// The files that are split.
  public let inputs: TableFiles
  /// What a file holds.
  public let measure: Measure
  /// How delimited text is read.
  public var csv = CSVOptions()
  /// How JSON is read.
  public var json = JSONOptions()
  /// How Parquet is written.
  public var parquet = ParquetWriterOptions()
  /// What becomes of files in the folder.
  public var mode = OutputMode.error
  /// The threads to use.
  public var workers = Workers()

  /// Finds the inputs.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when an input is not there, or a number is less than 1.
  public init(_ inputs: [String], by measure: Measure) throws {
    switch measure {
    case .rows(let count), .bytes(let count), .parts(let count):
      guard count > 0 else {
        throw InlayError(.invalidInput, "a table is split by a number of at least 1; found \(count)")
      }
    case .values: break
    }
    self.inputs = try TableFiles(paths: inputs)
    self.measure = measure
  }

  /// Makes the files: they appear when all of them are whole.
  public func run(
    to folder: String, monitor: RunMonitor = RunMonitor()
  ) throws -> (report: RunReport, files: [WrittenFile]) {
    let source = try inputs.open(csv: csv, json: json, workers: workers)
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    let target = Table.Target(path: path, options: try options(for: source))
    return try Table(source).write(to: target, workers: workers, monitor: monitor)
  }

  private func options(for source: any BatchSource) throws -> OutputOptions {
    var options = OutputOptions(format: .parquet(parquet), mode: mode)
    switch measure {
    case .rows(let count): options.rowsPerFile = count
    case .values(let columns): options.partitionedBy = columns
    case .parts(let count):
      let rows = try Table(source).rowCount(workers: workers)
      options.rowsPerFile = Swift.max(1, rows / count)
      options.longerFileCount = rows < count ? 0 : rows % count
    case .bytes(let count):
      let rows = try Table(source).rowCount(workers: workers)
      let share = Double(count) / Double(Swift.max(1, source.estimate.byteCount))
      options.rowsPerFile = Swift.max(1, Int(Swift.min(Double(rows) * share, Double(Swift.max(rows, 1)))))
    }
    return options
  }
}
