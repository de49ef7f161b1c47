public import InlayBytes
public import InlayCSV
public import InlayColumns
public import InlayJSON
public import InlayParquet
import InlayStorage

/// Files of one kind that are read as one table: a file, a folder, what a pattern meets, or several of these.
public struct TableFiles: Hashable, Sendable {
  /// The formats that are read and written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Delimited text, plain or compressed with gzip.
    case csv
    /// JSON, plain or compressed with gzip.
    case json
    /// Apache Parquet.
    case parquet
  }

  /// The path as it was given; of several the first.
  public let path: String
  /// The format of every file.
  public let format: Format
  /// The paths of the files, in their order.
  public let files: [String]
  private let partitions: PartitionColumns

  /// Whether folders tell the values of columns.
  public var isPartitioned: Bool { !partitions.keys.isEmpty }

  /// Finds out what is at a path, without reading more than a few bytes.
  ///
  /// - Throws: As ``init(paths:format:)``.
  public init(path: String, format wanted: Format? = nil) throws {
    try self.init(paths: [path], format: wanted)
  }

  /// Finds out what is at some paths, without reading more than a few bytes.
  ///
  /// In a folder, names with a dot or an underscore before them are passed over. Folders in it are looked into when
  /// their names tell the value of a column, `key=value`: those columns then come behind the files' own, in place of
  /// one of the same name. A value is `__HIVE_DEFAULT_PARTITION__` for null; a column is int64 or date where all its
  /// values are such, else string.
  ///
  /// - Parameters:
  ///   - paths: Files, folders of files, and paths with `*`, `**`, `?`, `[a-c]` or `{a,b}` in their names.
  ///   - wanted: The format of the files, when it is not to be told by their names.
  /// - Throws: ``InlayError/Code/invalidInput`` when nothing is there, when the format cannot be told, when there are
  ///   files of several formats, or when folders tell the values of other columns; ``InlayError/Code/io``.
  public init(paths: [String], format wanted: Format? = nil) throws {
    path = paths.first ?? ""
    let found = try paths.flatMap { try FoundFile.all(at: $0) }
    files = found.map(\.path)
    partitions = try PartitionColumns(found)
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
  ///   - parquet: How Parquet is read, and which columns and parts of them; without effect on other formats.
  ///   - json: How JSON is understood; without effect on other formats.
  ///   - workers: The threads that look through the files when types are inferred.
  public func open(
    csv: CSVOptions = CSVOptions(), parquet: ParquetReadOptions = ParquetReadOptions(),
    json: JSONOptions = JSONOptions(), workers: Workers = Workers()
  ) throws -> any BatchSource {
    let parts = try sources(csv, parquet, json, workers)
    let fields = partitions.fields
    let sources = parts.enumerated().map { file, source -> any BatchSource in
      guard !fields.isEmpty else { return source }
      return PartitionSource(source, fields: fields, constants: partitions.columns(ofFile: file, fields))
    }
    return sources.count == 1 ? sources[0] : try ConcatenatedSource(sources) { files[$0] }
  }

  /// Opens the files: one source for each, or one for all where their folders tell nothing of them.
  private func sources(
    _ csv: CSVOptions, _ parquet: ParquetReadOptions, _ json: JSONOptions, _ workers: Workers
  ) throws -> [any BatchSource] {
    switch format {
    case .csv:
      let source = try CSVSource(paths: files, options: csv, workers: workers)
      return partitions.keys.isEmpty ? [source] : source.files
    case .json:
      let source = try JSONSource(paths: files, options: json, workers: workers)
      return partitions.keys.isEmpty ? [source] : source.files
    case .parquet:
      if case .schema = csv.types {
        throw InlayError(
          .invalidInput, "holds its own columns and types; leave the declared schema out",
          at: .init(file: path))
      }
      return try files.map { try ParquetSource(path: $0, options: parquet) }
    }
  }

  /// Tells the format of a file by the end of its name, or else by its first bytes.
  private static func format(of path: String) throws -> Format {
    if let format = try Format(path: path) ?? Format(contentOf: path) { return format }
    throw InlayError(
      .invalidInput,
      "is of no known format; give a name that ends in .csv, .tsv, .txt, .json, .jsonl, .ndjson, one of these and .gz, or .parquet",
      at: .init(file: path))
  }
}

extension TableFiles.Format {
  /// The format that a file's name tells by its end; nil when it tells none.
  public init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".parquet") {
      self = .parquet
    } else if Self.endsName(name, ["csv", "tsv", "txt"]) {
      self = .csv
    } else if Self.endsName(name, ["json", "jsonl", "ndjson"]) {
      self = .json
    } else {
      return nil
    }
  }

  /// The format that a file's first bytes tell: the mark of Parquet, or what begins a JSON object or array; nil for others.
  public init?(contentOf path: String) throws {
    let buffer = try MappedFile(path: path).buffer
    let first = (0..<min(buffer.count, 4096)).map { buffer.bytes.byte(at: $0) }
    if first.starts(with: "PAR1".utf8) {
      self = .parquet
      return
    }
    let begins = first.first { !" \t\r\n".utf8.contains($0) }
    guard begins == UInt8(ascii: "{") || begins == UInt8(ascii: "[") else { return nil }
    self = .json
  }

  private static func endsName(_ name: String, _ endings: [String]) -> Bool {
    endings.contains { name.hasSuffix(".\($0)") || name.hasSuffix(".\($0).gz") }
  }
}
