public import InlayBytes
public import InlayCSV
import InlayColumns
public import InlayDatasets
import InlayEngine
public import InlayJSON
public import InlayParquet
public import InlayStorage

extension Table {
  /// Reads a file or a folder of files, whose format is told by their names.
  ///
  /// - Parameters:
  ///   - path: A CSV, JSON or Parquet file, a folder of either with its partitions, or a pattern; see
  ///     ``TableFiles/init(paths:format:)``.
  ///   - csv: How delimited text is understood.
  ///   - parquet: How Parquet is read.
  ///   - json: How JSON is understood.
  ///   - workers: The threads that look through the files when types are inferred.
  public static func files(
    at path: String, csv: CSVOptions = CSVOptions(), parquet: ParquetReadOptions = ParquetReadOptions(),
    json: JSONOptions = JSONOptions(), workers: Workers = Workers()
  ) -> Table {
    files(at: [path], csv: csv, parquet: parquet, json: json, workers: workers)
  }

  /// Reads files and folders of files as one table, one after the other.
  ///
  /// - Parameters:
  ///   - paths: CSV, JSON or Parquet files, folders of either with their partitions, and patterns; see
  ///     ``TableFiles/init(paths:format:)``.
  ///   - csv: How delimited text is understood.
  ///   - parquet: How Parquet is read.
  ///   - json: How JSON is understood.
  ///   - format: The format of the files, when their names do not tell it.
  ///   - workers: The threads that look through the files when types are inferred.
  public static func files(
    at paths: [String], csv: CSVOptions = CSVOptions(), parquet: ParquetReadOptions = ParquetReadOptions(),
    json: JSONOptions = JSONOptions(), format: TableFiles.Format? = nil, workers: Workers = Workers()
  ) -> Table {
    Table {
      let files = try TableFiles(paths: paths, format: format)
      return .scan(try files.open(csv: csv, parquet: parquet, json: json, workers: workers))
    }
  }

  /// Reads a CSV file, or all CSV files of a folder.
  ///
  /// Every column is a string unless the options say otherwise: `.inferred(decimals: false)` finds the types that fit
  /// every row, and `.schema(…)` declares them.
  public static func csv(_ path: String, options: CSVOptions = CSVOptions()) -> Table {
    Table(origin: .csv(path: path, options)) {
      .scan(try TableFiles(path: path, format: .csv).open(csv: options))
    }
  }

  /// Reads a JSON file, or all JSON files of a folder: JSON lines, arrays of objects, or objects over several lines.
  ///
  /// Types are found out from all records unless the options declare them; ``JSONOptions/path`` leads to the records.
  public static func json(_ path: String, options: JSONOptions = JSONOptions()) -> Table {
    Table { .scan(try TableFiles(path: path, format: .json).open(json: options)) }
  }

  /// Reads a Parquet file, or all Parquet files of a folder.
  ///
  /// - Parameters:
  ///   - path: A Parquet file, or a folder of them.
  ///   - columns: The columns to read, and parts of nested ones by their paths, as ``ParquetReadOptions/columns`` has them,
  ///     in whose place they stand; nil for what the options say.
  ///   - options: How the files are read: with which keys, checksums and limits.
  public static func parquet(
    _ path: String, columns: [String]? = nil, options: ParquetReadOptions = ParquetReadOptions()
  ) -> Table {
    var options = options
    options.columns = columns ?? options.columns
    return Table(origin: columns == nil ? .parquet(path: path) : nil) { [options] in
      .scan(try TableFiles(path: path, format: .parquet).open(parquet: options))
    }
  }

  /// Where a table is written, and how.
  public struct Target: Hashable, Sendable {
    /// A folder when it ends with a slash or when a folder is there, else a file.
    public var path: String
    /// The format, what happens to what is there, and when the next file of a folder begins.
    public var options: OutputOptions

    /// Names a target.
    public init(path: String, options: OutputOptions) {
      self.path = path
      self.options = options
    }

    /// Parquet: a folder when the path ends with a slash or a folder is there, else one file.
    ///
    /// With `partitionedBy` it is always a folder, in which folders `key=value/` tell the values of these columns.
    public static func parquet(
      _ path: String, compression: Compression = .snappy, mode: OutputMode = .error,
      partitionedBy: [String] = []
    ) -> Target {
      var options = ParquetWriterOptions()
      options.compression = compression
      return Target(
        path: path,
        options: OutputOptions(format: .parquet(options), mode: mode, partitionedBy: partitionedBy))
    }

    /// JSON, an object a line: a folder when the path ends with a slash or a folder is there, else one file.
    ///
    /// A file whose name ends in `.gz` is compressed, and so are all when the options say so.
    public static func json(
      _ path: String, options: JSONOptions = JSONOptions(), mode: OutputMode = .error,
      partitionedBy: [String] = []
    ) -> Target {
      Target(
        path: path, options: OutputOptions(format: .json(options), mode: mode, partitionedBy: partitionedBy))
    }

    /// CSV: a folder when the path ends with a slash or a folder is there, else one file.
    public static func csv(
      _ path: String, options: CSVOptions = CSVOptions(), mode: OutputMode = .error,
      partitionedBy: [String] = []
    ) -> Target {
      Target(
        path: path, options: OutputOptions(format: .csv(options), mode: mode, partitionedBy: partitionedBy))
    }
  }
}
