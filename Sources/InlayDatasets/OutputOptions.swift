public import InlayCSV
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
  }

  /// The format of the files.
  public var format: Format
  /// What happens to files that are there already.
  public var mode: OutputMode
  /// The most rows of one file of a folder.
  public var rowsPerFile: Int

  /// The number of rows of one file when nothing else is said: some hundred megabytes of a wide table.
  public static let defaultRowsPerFile = 4_194_304

  /// Makes options.
  public init(
    format: Format = .parquet(ParquetWriterOptions()), mode: OutputMode = .error,
    rowsPerFile: Int = OutputOptions.defaultRowsPerFile
  ) {
    self.format = format
    self.mode = mode
    self.rowsPerFile = rowsPerFile
  }

  /// What the names of the files end in.
  var fileExtension: String {
    switch format {
    case .csv: "csv"
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
