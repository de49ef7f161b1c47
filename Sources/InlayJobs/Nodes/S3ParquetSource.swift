import InlayBytes
import InlayColumns
import InlayParquet

/// Reads Parquet files: an S3 source of the format parquet.
///
/// `CompressionType` has no effect: each file says how its pages are compressed.
struct S3ParquetSource: S3Source {
  let files: S3SourceFiles

  init(reading reader: inout NodeReader) {
    files = S3SourceFiles(reading: &reader)
    _ = reader.string("CompressionType")
  }

  func open(_ files: [String], options: JobOptions) throws -> any BatchSource {
    let sources = try files.map { try ParquetSource(path: $0) }
    return sources.count == 1 ? sources[0] : try ConcatenatedSource(sources) { files[$0] }
  }

  func summary(inputs: [String]) -> [String] {
    ["read Parquet" + files.traits.map { ", \($0)" }.joined()] + paths.map { printable($0) }
  }
}
