import InlayBytes
import InlayCSV
import InlayDatasets
import InlayJSON

/// Writes JSON lines, or CSV with a header, to a folder: an S3 target of the format json or csv.
struct S3TextTarget: JobTarget {
  let files: S3TargetFiles
  /// Whether the files are JSON; CSV otherwise.
  let isJSON: Bool
  let isGzip: Bool

  init(reading reader: inout NodeReader) {
    files = S3TargetFiles(reading: &reader)
    isJSON = reader.string("Format") == "json"
    isGzip = reader.textCompression()
  }

  func summary(inputs: [String]) -> [String] {
    let traits = [isGzip ? "compressed by gzip" : "uncompressed"] + files.traits
    return ["write \(isJSON ? "JSON" : "CSV")" + traits.map { ", \($0)" }.joined(), printable(path)]
  }

  var format: OutputOptions.Format {
    let compression: TextCompression = isGzip ? .gzip : .none
    if isJSON {
      var json = JSONOptions()
      json.compression = compression
      return .json(json)
    }
    var csv = CSVOptions()
    csv.compression = compression
    // Nothing stands for null alone, so an empty text is two quotes, as Spark writes it.
    csv.nullTexts = [""]
    return .csv(csv)
  }
}

extension NodeReader {
  /// What the service compresses text by and this version does not; the rows are the same without it.
  private static let passedOver: Set<String> = [
    "snappy", "bzip2", "lz4", "lzo", "deflate", "zlib", "brotli", "zstd",
  ]

  fileprivate mutating func textCompression() -> Bool {
    switch string("Compression") {
    case nil, "", "none", "uncompressed": return false
    case "gzip": return true
    case let other? where Self.passedOver.contains(other):
      report.warning(
        "Compression",
        "This version compresses text by gzip or not at all; the files are written as they are. Found \(quoted(other))."
      )
      return false
    case let other?:
      report.error(
        "Compression", "This version compresses text by gzip or not at all; found \(quoted(other)).")
      return false
    }
  }
}
