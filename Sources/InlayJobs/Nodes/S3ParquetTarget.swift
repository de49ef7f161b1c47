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

  let files: S3TargetFiles
  let compression: Compression

  init(reading reader: inout NodeReader) {
    files = S3TargetFiles(reading: &reader)
    compression = reader.compression()
  }

  func summary(inputs: [String]) -> [String] {
    let trait = compression == .uncompressed ? "uncompressed" : "compressed by \(compression.rawValue)"
    return ["write Parquet, " + ([trait] + files.traits).joined(separator: ", "), printable(path)]
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
}
