import InlayBytes
public import InlayCSV
import InlayColumns
import InlayDatasets
public import InlayEngine

/// Compares the tables of two files, folders or patterns, whose formats need not be the same.
///
/// Text has no types of its own: beside a table that has, its columns are read as that table's of the same names, and
/// only the names of the columns are compared. An empty string is the same as null then, unless the options say which
/// texts stand for null.
public struct FileComparison: Sendable {
  /// A table to compare.
  public struct Input: Sendable {
    /// A file, a folder or a pattern.
    public var path: String
    /// How delimited text is understood.
    public var csv: CSVOptions

    /// Names a table.
    public init(path: String, csv: CSVOptions = CSVOptions()) {
      self.path = path
      self.csv = csv
    }
  }

  /// How rows are compared.
  public var tables = TableComparison()
  /// Whether text is given the types of the other table.
  public var adoptsTypes = true

  /// Makes a comparison in order.
  public init() {}

  /// Compares two tables.
  ///
  /// - Throws: What opening and reading the files throws, such as for a text that is no value of the other table's type.
  public func run(
    _ left: Input, _ right: Input, monitor: RunMonitor = RunMonitor()
  ) throws -> ComparisonReport {
    let (leftFiles, rightFiles) = (try TableFiles(path: left.path), try TableFiles(path: right.path))
    var tables = tables
    guard adoptsTypes, leftFiles.format != rightFiles.format else {
      return try tables.run(
        leftFiles.open(csv: left.csv, workers: tables.workers),
        rightFiles.open(csv: right.csv, workers: tables.workers), monitor: monitor)
    }
    let isLeftText = leftFiles.format == .csv
    tables.untyped = [isLeftText ? .left : .right]
    tables.equatesEmptyAndNull = (isLeftText ? left : right).csv.nullTexts.isEmpty
    let typed = try (isLeftText ? rightFiles : leftFiles).open()
    let text = try Self.open(
      isLeftText ? leftFiles : rightFiles, isLeftText ? left.csv : right.csv, as: typed.schema)
    return try tables.run(isLeftText ? text : typed, isLeftText ? typed : text, monitor: monitor)
  }

  /// Opens text with the types of a schema, as far as text can have them.
  private static func open(
    _ files: TableFiles, _ options: CSVOptions, as schema: Schema
  ) throws -> any BatchSource {
    var options = options
    options.types = .strings
    let names = try CSVSource(paths: files.files, options: options).schema.names
    options.types = .schema(
      Schema(
        names.map { name in
          let type = schema.index(of: name).map { schema[$0].type } ?? .string
          return Field(name, type.isReadFromText ? type : .string)
        }))
    return try files.open(csv: options)
  }
}
