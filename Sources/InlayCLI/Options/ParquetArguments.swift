import ArgumentParser
import Inlay

/// The Parquet files that a command looks at.
struct ParquetArguments: ParsableArguments {
  @Argument(help: "Parquet files, folders of them, and patterns.", completion: .file(extensions: ["parquet"]))
  var paths: [String]

  /// The files, those of a folder in the order of their names.
  func files() throws -> [String] {
    try paths.flatMap { try TableFiles(path: $0, format: .parquet).files }
  }
}
