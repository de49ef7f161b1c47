public import InlayBytes
public import InlayCSV
public import InlayColumns
import InlayParquet
import InlayStorage

/// A file, or a folder of files of one kind, that is read as one table.
public struct TableFiles: Hashable, Sendable {
  /// The formats that are read and written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Delimited text, plain or compressed with gzip.
    case csv
    /// Apache Parquet.
    case parquet
  }

  /// The path as it was given.
  public let path: String
  /// The format of every file.
  public let format: Format
  /// The paths of the files, in their order.
  public let files: [String]

  /// Finds out what is at a path, without reading more than a few bytes.
  ///
  /// In a folder, names with a dot or an underscore before them are passed over, and folders in it are not looked into.
  ///
  /// - Parameters:
  ///   - path: A file, or a folder of files.
  ///   - wanted: The format of the files, when it is not to be told by their names.
  /// - Throws: ``InlayError/Code/invalidInput`` when nothing is there, when the format cannot be told, or when files of
  ///   several formats are in the folder; ``InlayError/Code/io``.
  public init(path: String, format wanted: Format? = nil) throws {
    self.path = path
    files = try FileListing(recurses: false, exclusions: []).files(at: path, location: path).map(\.path)
    if let wanted {
      format = wanted
      return
    }
    let formats = try files.map(Self.format)
    format = formats.first ?? .csv
    if let other = formats.firstIndex(where: { $0 != format }) {
      throw InlayError(
        .invalidInput,
        "holds files of several formats, and a table has one; name the files: \(files[0]), \(files[other])",
        at: .init(file: path))
    }
  }

  /// Opens the table.
  ///
  /// - Parameters:
  ///   - csv: How delimited text is understood; without effect on other formats.
  ///   - workers: The threads that look through the files when types are inferred.
  public func open(csv: CSVOptions = CSVOptions(), workers: Workers = Workers()) throws -> any BatchSource {
    switch format {
    case .csv: return try CSVSource(paths: files, options: csv, workers: workers)
    case .parquet:
      if case .schema = csv.types {
        throw InlayError(
          .invalidInput, "holds its own columns and types; leave the declared schema out",
          at: .init(file: path))
      }
      let parts = try files.map { try ParquetSource(path: $0) }
      return try parts.count == 1 ? parts[0] : ConcatenatedSource(parts) { files[$0] }
    }
  }

  /// Tells the format of a file by the end of its name, or else by its first bytes.
  private static func format(of path: String) throws -> Format {
    if let format = Format(path: path) { return format }
    let buffer = try MappedFile(path: path).buffer
    let bytes = buffer.bytes
    if bytes.byteCount >= 4, (0..<4).allSatisfy({ bytes.byte(at: $0) == Array("PAR1".utf8)[$0] }) {
      return .parquet
    }
    throw InlayError(
      .invalidInput,
      "is of no known format; give a name that ends in .csv, .tsv, .txt, one of these and .gz, or .parquet",
      at: .init(file: path))
  }
}

extension TableFiles.Format {
  /// The format that a file's name tells by its end; nil when it tells none.
  public init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".parquet") {
      self = .parquet
    } else if ["csv", "tsv", "txt"].contains(where: {
      name.hasSuffix(".\($0)") || name.hasSuffix(".\($0).gz")
    }) {
      self = .csv
    } else {
      return nil
    }
  }
}
