import InlayBytes
public import InlayCSV
public import InlayJSON
public import InlayParquet
public import InlayStorage

/// How a table is written to files.
public struct OutputOptions: Hashable, Sendable {
  /// The format of the files, and how it is written.
  public enum Format: Hashable, Sendable {
    /// Apache Parquet.
    case parquet(ParquetWriterOptions)
    /// Delimited text.
    case csv(CSVOptions)
    /// JSON, an object a line.
    case json(JSONOptions)
  }

  /// The format of the files.
  public var format: Format
  /// What happens to files that are there already.
  public var mode: OutputMode
  /// The most rows of one file of a folder.
  public var rowsPerFile: Int
  /// How many files of a folder, the first ones, have one row more than that.
  public var longerFileCount = 0
  /// The number of files of a folder that is not partitioned, over which the rows are spread, whatever `rowsPerFile`
  /// says; nil when the number of files follows from that.
  public var fileCount: Int?
  /// The columns that are told by folders, `key=value/`, and left out of the files, the outermost folder's first; none
  /// for a table without partitions.
  ///
  /// Folders are named as Spark names them; null and the empty text are `__HIVE_DEFAULT_PARTITION__`. A table without
  /// rows has no partition, and so no file.
  public var partitionedBy: [String]
  /// The most files of a partitioned table that are written at a time, each of which holds up to a row group in memory.
  ///
  /// Beyond it the partition whose last rows are the longest ago is finished, and gets another file when it comes
  /// again.
  public var openPartitionLimit = 100

  /// The number of rows of one file when nothing else is said: some hundred megabytes of a wide table.
  public static let defaultRowsPerFile = 4_194_304

  /// Makes options.
  public init(
    format: Format = .parquet(ParquetWriterOptions()), mode: OutputMode = .error,
    rowsPerFile: Int = OutputOptions.defaultRowsPerFile, partitionedBy: [String] = []
  ) {
    self.format = format
    self.mode = mode
    self.rowsPerFile = rowsPerFile
    self.partitionedBy = partitionedBy
  }

  /// What the names of the files end in.
  var fileExtension: String {
    switch format {
    case .csv(let options): options.compression == .gzip ? "csv.gz" : "csv"
    case .json(let options): options.compression == .gzip ? "json.gz" : "json"
    case .parquet(let options):
      switch options.compression {
      case .snappy: "snappy.parquet"
      case .gzip: "gz.parquet"
      case .zstd: "zstd.parquet"
      case .brotli: "br.parquet"
      case .lz4: "lz4hadoop.parquet"
      case .lz4Raw: "lz4raw.parquet"
      default: "parquet"
      }
    }
  }
}

extension OutputOptions.Format {
  /// The format for a file: text whose name ends in `.gz` is compressed, unless the options say how it is.
  func named(_ path: String) -> OutputOptions.Format {
    guard path.lowercased().hasSuffix(".gz") else { return self }
    switch self {
    case .csv(var options) where options.compression == .automatic:
      options.compression = .gzip
      return .csv(options)
    case .json(var options) where options.compression == .automatic:
      options.compression = .gzip
      return .json(options)
    default: return self
    }
  }
}

extension OutputOptions {
  /// Throws for numbers that make no sense.
  func check() throws {
    guard rowsPerFile > 0 else {
      throw InlayError(.invalidInput, "a file needs room for at least one row; found \(rowsPerFile)")
    }
    guard fileCount.map({ $0 > 0 }) ?? true else {
      throw InlayError(.invalidInput, "a folder needs at least one file; found \(fileCount ?? 0)")
    }
    guard openPartitionLimit > 0 else {
      throw InlayError(
        .invalidInput, "one partition must be open at least; openPartitionLimit is \(openPartitionLimit)")
    }
  }
}
