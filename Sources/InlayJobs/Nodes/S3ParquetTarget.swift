import InlayBytes
import InlayColumns
import InlayDatasets
import InlayParquet
import InlayStorage

/// Writes Parquet files to a folder: an S3 target of the format glueparquet or parquet.
struct S3ParquetTarget: JobTarget {
  /// How the pages of the files are compressed.
  enum Compression: String, Sendable {
    case snappy, gzip, uncompressed
  }

  let path: String
  let compression: Compression

  init(reading reader: inout NodeReader) {
    path = reader.requiredString("Path")
    compression = reader.compression()
    reader.refusePartitionKeys()
    reader.reportPassedOver()
  }

  func summary(inputs: [String]) -> [String] {
    let trait = compression == .uncompressed ? "uncompressed" : "compressed by \(compression.rawValue)"
    return ["write Parquet, \(trait)", printable(path)]
  }
}

extension S3ParquetTarget {
  /// The codec stands before the format, as in the names that Spark gives.
  var format: OutputOptions.Format {
    var parquet = ParquetWriterOptions()
    switch compression {
    case .snappy: parquet.compression = .snappy
    case .gzip: parquet.compression = .gzip
    case .uncompressed: parquet.compression = .uncompressed
    }
    return .parquet(parquet)
  }
}

extension NodeReader {
  /// Reads the compression; Snappy is what the service takes when none is said.
  fileprivate mutating func compression() -> S3ParquetTarget.Compression {
    switch string("Compression") {
    case nil, "", "snappy": return .snappy
    case "gzip": return .gzip
    case "none", "uncompressed": return .uncompressed
    case let other?:
      report.error(
        "Compression", "This version compresses Parquet by snappy, gzip or none; found \(quoted(other)).")
      return .snappy
    }
  }

  fileprivate mutating func refusePartitionKeys() {
    guard let keys = fieldPaths("PartitionKeys"), !keys.isEmpty else { return }
    report.error(
      "PartitionKeys",
      "This version does not write partitions; take the keys out to write one folder. Found \(listed(keys.map(\.text)))."
    )
  }

  /// Reports wishes that this version passes over: the rows are the same without them.
  fileprivate mutating func reportPassedOver() {
    if value("SchemaChangePolicy")?.object?["EnableUpdateCatalog"]?.bool == true {
      report.warning("SchemaChangePolicy", "This version has no catalog; no table is made or changed.")
    }
    if let count = value("NumberTargetPartitions"), count.string != "", count.string != "0",
      count.number?.integer != 0
    {
      report.warning(
        "NumberTargetPartitions",
        "The number of files follows from the number of rows; this one has no effect.")
    }
  }
}
