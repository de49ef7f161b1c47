public import InlayBytes
public import InlayCSV
import InlayColumns
import InlayDatasets
public import InlayEngine
public import InlayJSON
import InlayParquet

/// Tells what the values of files are like: those of all files together, as one table.
public struct FileStatistics: Sendable {
  /// How delimited text is read.
  public var csv = CSVOptions()
  /// How JSON is read.
  public var json = JSONOptions()
  /// The threads to use.
  public var workers = Workers()

  /// Makes the default options.
  public init() {}

  /// Reads all values of some files, folders or patterns.
  ///
  /// - Throws: What opening and reading the files throws.
  public func run(_ paths: [String], monitor: RunMonitor = RunMonitor()) throws -> TableStatistics {
    let files = try TableFiles(paths: paths)
    let table = Table(try files.open(csv: csv, json: json, workers: workers))
    let sink = StatisticsSink(try table.schema())
    try table.run(into: sink, workers: workers, monitor: monitor)
    var statistics = sink.statistics
    if files.format == .parquet {
      for file in files.files { try Self.addSizes(of: try ParquetFile(path: file), to: &statistics) }
    }
    return statistics
  }

  /// Adds the bytes that a footer tells of each column; those of a nested one are the sum over its leaves.
  private static func addSizes(of file: ParquetFile, to statistics: inout TableStatistics) throws {
    for chunk in file.metadata.rowGroups.flatMap(\.columns) {
      guard let metadata = chunk.metadata, let name = metadata.path.first,
        let column = statistics.columns.firstIndex(where: { $0.name == name })
      else { continue }
      statistics.columns[column].compressedByteCount.add(metadata.compressedByteCount)
      statistics.columns[column].uncompressedByteCount.add(metadata.uncompressedByteCount)
    }
  }
}

extension Int? {
  /// Adds a number from a file; a sum beyond the range stays at its end.
  fileprivate mutating func add(_ number: Int64) {
    let (sum, isOverflowing) = (self ?? 0).addingReportingOverflow(Swift.max(0, Int(number)))
    self = isOverflowing ? .max : sum
  }
}
