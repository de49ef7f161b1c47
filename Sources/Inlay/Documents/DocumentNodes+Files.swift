import InlayBytes
import InlayCSV
import InlayDatasets
import InlayJobs
import InlayParquet

extension DocumentNodes {
  /// Adds the node of a source.
  mutating func addSource(_ source: Table.Source) throws -> String {
    switch source.origin {
    case .csv(let path, let options): return try addCSV(path, options)
    case .parquet(let path):
      return add("S3ParquetSource", Self.name(of: path), [], [("Paths", .strings([base + path]))])
    case nil: throw Self.unsupported("a source that is neither CSV nor Parquet files")
    }
  }

  private mutating func addCSV(_ path: String, _ options: CSVOptions) throws -> String {
    guard options.types == .strings else {
      throw Self.unsupported("columns of CSV files that are no strings")
    }
    guard options.nullTexts.isEmpty else { throw Self.unsupported("texts of CSV files that stand for null") }
    let separators: [UInt8: JSONValue] = [
      0x2C: "comma", 0x01: "ctrla", 0x7C: "pipe", 0x3B: "semicolon", 0x09: "tab",
    ]
    let quotes: [UInt8?: JSONValue] = [0x22: "quote", 0x27: "single_quote", nil: "disabled"]
    guard let separator = separators[options.separator], let quote = quotes[options.quote] else {
      throw Self.unsupported("this separator or quote of CSV files")
    }
    let members: [(String, JSONValue)] = [
      ("Paths", .strings([base + path])), ("Separator", separator), ("QuoteChar", quote),
      ("WithHeader", .bool(options.hasHeader)), ("Recurse", true),
    ]
    return add("S3CsvSource", Self.name(of: path), [], members)
  }

  /// Adds the node of an output.
  mutating func add(_ output: Job.Output) throws {
    let input = try add(output.table)
    if let node = output.node, node.inputs == [input] {
      nodes.append(node)
      return
    }
    let target = output.target
    var members: [(String, JSONValue)] = [("Path", .string(base + target.path))]
    if !target.options.partitionedBy.isEmpty {
      members.append(("PartitionKeys", .paths(target.options.partitionedBy)))
    }
    switch target.options.format {
    case .parquet(let options):
      members.append(("Compression", .string(try options.compression.word)))
      add("S3GlueParquetTarget", "Target", [input], members)
    case .csv: add("S3DirectTarget", "Target", [input], members + [("Format", "csv")])
    case .json: add("S3DirectTarget", "Target", [input], members + [("Format", "json")])
    }
  }

  /// The name of a file without its folders and its end.
  private static func name(of path: String) -> String {
    let last = path.split(separator: "/").last ?? "Source"
    return String(last.split(separator: ".").first ?? last)
  }
}

extension Compression {
  /// The service's word.
  fileprivate var word: String {
    get throws {
      switch self {
      case .snappy: "snappy"
      case .gzip: "gzip"
      case .brotli: "brotli"
      case .uncompressed: "none"
      default: throw DocumentNodes.unsupported("this compression of Parquet")
      }
    }
  }
}
