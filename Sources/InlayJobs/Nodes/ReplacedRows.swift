import InlayBytes
import InlayColumns
import InlayParquet
import InlayStorage

/// Gives the rows of Parquet files in the place of a node's.
struct ReplacedRows: JobSource {
  /// What a user names the files by.
  static let option = "--replace"

  let paths: [String]

  /// Reads the rows from a file or a folder of this machine.
  init(path: String) {
    paths = [path]
  }

  init(reading reader: inout NodeReader) {
    paths = []
  }

  var listing: FileListing { FileListing(recurses: false) }

  func open(_ files: [String], options: JobOptions) throws -> any BatchSource {
    try ConcatenatedSource(try files.map { try ParquetSource(path: $0) }) { files[$0] }
  }

  func summary(inputs: [String]) -> [String] {
    ["read the node's rows from Parquet"] + paths.map { printable($0) }
  }
}
