import InlayBytes
public import InlayCSV
import InlayColumns
import InlayDatasets
public import InlayEngine
public import InlayJSON

/// Compares the tables of two files, folders or patterns, whose formats need not be the same.
///
/// CSV has no types of its own, and JSON only few: beside a table that has more, the columns of text are read as that
/// table's of the same names, and only the names of the columns are compared. An empty string of CSV is the same as null then, unless the options
/// say which texts stand for null.
public struct FileComparison: Sendable {
  /// A table to compare.
  public struct Input: Sendable {
    /// A file, a folder or a pattern.
    public var path: String
    /// How delimited text is understood.
    public var csv: CSVOptions
    /// How JSON is understood.
    public var json: JSONOptions

    /// Names a table.
    public init(path: String, csv: CSVOptions = CSVOptions(), json: JSONOptions = JSONOptions()) {
      self.path = path
      self.csv = csv
      self.json = json
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
        leftFiles.open(csv: left.csv, json: left.json, workers: tables.workers),
        rightFiles.open(csv: right.csv, json: right.json, workers: tables.workers), monitor: monitor)
    }
    let isLeftText = leftFiles.format.typeStrength < rightFiles.format.typeStrength
    let (textFiles, text) = isLeftText ? (leftFiles, left) : (rightFiles, right)
    let (typedFiles, typed) = isLeftText ? (rightFiles, right) : (leftFiles, left)
    tables.untyped = [isLeftText ? .left : .right]
    tables.equatesEmptyAndNull = textFiles.format == .csv && text.csv.nullTexts.isEmpty
    let typedSource = try typedFiles.open(json: typed.json, workers: tables.workers)
    let textSource = try Self.open(textFiles, text, as: typedSource.schema, tables.workers)
    return try tables.run(
      isLeftText ? textSource : typedSource, isLeftText ? typedSource : textSource, monitor: monitor)
  }

  /// Opens text with the types of a schema, as far as text can have them.
  private static func open(
    _ files: TableFiles, _ input: Input, as schema: Schema, _ workers: Workers
  ) throws -> any BatchSource {
    var (csv, json) = (input.csv, input.json)
    if files.format == .json {
      let found = try JSONSource(paths: files.files, options: json, workers: workers).schema
      json.types = .schema(members(found, as: schema))
    } else {
      csv.types = .strings
      let found = try CSVSource(paths: files.files, options: csv).schema
      csv.types = .schema(typed(found, as: schema) { $0.isReadFromText })
    }
    return try files.open(csv: csv, json: json, workers: workers)
  }

  /// The members of JSON as the columns of a schema, in its order, and those that it does not have behind them: a column
  /// of nulls is written as nothing, and so one that is not found is one of nulls.
  private static func members(_ found: Schema, as schema: Schema) -> Schema {
    let known = schema.fields.map { Field($0.name, $0.type.isReadFromJSON ? $0.type : .string) }
    return Schema(known + found.fields.filter { schema.index(of: $0.name) == nil })
  }

  /// The columns of text with the types of those of a schema that have their names.
  private static func typed(
    _ found: Schema, as schema: Schema, _ isRead: (DataType) -> Bool
  ) -> Schema {
    Schema(
      found.fields.map { field in
        let type = schema.index(of: field.name).map { schema[$0].type }
        return Field(field.name, type.flatMap { isRead($0) ? $0 : nil } ?? field.type)
      })
  }
}

extension TableFiles.Format {
  /// How much the format says of its columns' types: nothing, the kinds of value, or all.
  fileprivate var typeStrength: Int {
    switch self {
    case .csv: 0
    case .json: 1
    case .parquet: 2
    }
  }
}
