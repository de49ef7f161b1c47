public import InlayCSV
import InlayColumns
public import InlayDatasets
public import InlayEngine
public import InlayJSON
public import InlayParquet
public import InlayStorage

/// Several files that become one Parquet file.
///
/// Parquet files with the same schema elements are copied row group by row group, with page index and bloom filters.
/// Other files are read as one table and written anew, and a column may have nulls where it may in one of them.
public struct FileMerge: Sendable {
  /// The files that are merged.
  public let inputs: TableFiles
  /// Why nothing can be copied; nil when row groups are.
  public let obstacle: InlayError?
  private let merge: ParquetMerge?
  private let options: Options

  /// How files are merged.
  public struct Options: Sendable {
    /// Whether row groups are decoded and written anew, full ones, where they could be copied.
    public var rewrites = false
    /// How delimited text is read.
    public var csv = CSVOptions()
    /// How JSON is read.
    public var json = JSONOptions()
    /// How Parquet is written anew.
    public var parquet = ParquetWriterOptions()
    /// What becomes of a file that is where the output shall be.
    public var mode = OutputMode.error
    /// The threads that read and write anew.
    public var workers = Workers()

    /// Makes the default options.
    public init() {}
  }

  /// Finds the inputs and reads what they say of their columns.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when an input is not there, and the errors of opening.
  public init(_ inputs: [String], options: Options = Options()) throws {
    self.inputs = try TableFiles(paths: inputs)
    self.options = options
    guard !options.rewrites, self.inputs.format == .parquet, !self.inputs.isPartitioned else {
      (merge, obstacle) = (nil, nil)
      return
    }
    let files = try self.inputs.files.map { try ParquetFile(path: $0) }
    do {
      (merge, obstacle) = (try ParquetMerge(files), nil)
    } catch let error as InlayError where error.code == .unsupported {
      (merge, obstacle) = (nil, error)
    }
  }

  /// Whether row groups are copied as they are.
  public var copies: Bool { merge != nil }

  /// Makes the file: it appears when it is whole.
  ///
  /// - Returns: The number of rows, and of row groups where these were copied.
  /// - Throws: ``InlayError/Code/invalidInput`` with file and column when the files' columns differ in more than nulls.
  public func run(to path: String, monitor: RunMonitor = RunMonitor()) throws -> (
    rowCount: Int, rowGroupCount: Int?
  ) {
    guard let merge else {
      let (inputs, options) = (inputs, options)
      let table = Table {
        .scan(try inputs.open(csv: options.csv, json: options.json, workers: options.workers))
      }
      let output = OutputOptions(format: .parquet(options.parquet), mode: options.mode)
      let (report, _) = try table.write(
        to: Table.Target(path: path, options: output), workers: options.workers, monitor: monitor)
      return (report.rowCount, nil)
    }
    let file = try StagedFile(path: path, mode: options.mode)
    do {
      let counts = try monitor.stopping { try merge.write(to: file.output) }
      try file.commit()
      return (counts.rowCount, counts.rowGroupCount)
    } catch {
      file.abandon()
      throw error
    }
  }
}
