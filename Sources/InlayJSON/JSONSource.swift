public import InlayBytes
public import InlayColumns

/// The records of one file of JSON, or of several, one after the other.
public struct JSONSource: BatchSource {
  /// All columns.
  public let schema: Schema
  /// The files' sizes; what a compressed file holds is not known before it is read.
  public let estimate: SizeEstimate
  private let found: [SurveyedFile]
  private let options: JSONOptions

  /// Opens a file.
  ///
  /// - Throws: What ``init(paths:options:workers:)`` throws.
  public init(path: String, options: JSONOptions = JSONOptions(), workers: Workers = Workers()) throws {
    try self.init(paths: [path], options: options, workers: workers)
  }

  /// Opens files whose records are those of one table.
  ///
  /// Unless the columns are declared, all of every file is read to find them, with all `workers`.
  ///
  /// - Throws: ``InlayError/Code/io`` when a file cannot be opened, ``InlayError/Code/corrupt`` for the first bad record
  ///   when types are inferred, ``InlayError/Code/invalidInput`` for options that make no sense,
  ///   ``InlayError/Code/unsupported`` for a declared column of a type that JSON has no form for.
  public init(paths: [String], options: JSONOptions = JSONOptions(), workers: Workers = Workers()) throws {
    try options.check()
    found = try paths.map { SurveyedFile(try MappedFile(path: $0), of: paths.count) }
    self.options = options
    estimate = SizeEstimate(byteCount: found.reduce(0) { $0 + $1.byteCount })
    schema =
      switch options.types {
      case .inferred: try TypeInference.schema(of: found, options, workers)
      case .schema(let declared): try Self.checked(declared)
      }
  }

  private init(_ file: SurveyedFile, of whole: JSONSource) {
    estimate = SizeEstimate(byteCount: file.byteCount)
    schema = whole.schema
    found = [file]
    options = whole.options
  }

  /// Each file on its own, with the columns and types of all.
  package var files: [JSONSource] { found.map { JSONSource($0, of: self) } }

  /// Begins to read the rows.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    if let filter = request.filter { return try FilteringScan(self, request.columns, filter) }
    return JSONScan(found, options: options, schema: schema.selecting(request.columns))
  }

  private static func checked(_ schema: Schema) throws -> Schema {
    for field in schema.fields {
      guard let type = field.type.withoutJSONForm else { continue }
      throw InlayError(
        .unsupported, "JSON has no values of the type \(type); declare another one",
        at: .init(column: field.name))
    }
    return schema
  }
}

extension DataType {
  /// Whether values of this type can be read from JSON.
  package var isReadFromJSON: Bool { withoutJSONForm == nil }

  /// The first type among this one and its parts that cannot be read from JSON; nil when all can.
  fileprivate var withoutJSONForm: DataType? {
    switch self {
    case .null, .fixedBinary, .uuid, .float16, .interval: return self
    case .map(let key, let value): return key.type == .string ? value.type.withoutJSONForm : key.type
    default:
      for child in children {
        if let type = child.type.withoutJSONForm { return type }
      }
      return nil
    }
  }
}
