public import InlayBytes
public import InlayColumns

/// The rows of one file of delimited text, or of several with the same columns, one after the other.
public struct CSVSource: BatchSource {
  /// All columns of the files.
  public let schema: Schema
  /// The files' sizes; what a compressed file holds is not known before it is read.
  public let estimate: SizeEstimate
  private let found: [SurveyedFile]
  private let options: CSVOptions
  /// The names in the files, in order.
  private let names: [String]

  /// Opens a file.
  ///
  /// - Throws: What ``init(paths:options:workers:)`` throws.
  public init(path: String, options: CSVOptions = CSVOptions(), workers: Workers = Workers()) throws {
    try self.init(paths: [path], options: options, workers: workers)
  }

  /// Opens files that have the same columns in the same order.
  ///
  /// Reads the header of each file; when types are to be inferred, all of every file, with all `workers`. A file of
  /// no bytes, or of empty lines and comments only, has no columns, and goes with any others.
  ///
  /// - Throws: ``InlayError/Code/io`` when a file cannot be opened, ``InlayError/Code/corrupt`` when its header is
  ///   damaged or names two columns alike, ``InlayError/Code/invalidInput`` for options that contradict each other,
  ///   files whose columns differ, or a schema that does not fit the columns.
  public init(paths: [String], options: CSVOptions = CSVOptions(), workers: Workers = Workers()) throws {
    try options.check()
    let (found, names) = try CSVHeaders.common(paths, options)
    self.found = found
    self.options = options
    self.names = names ?? []
    estimate = Self.estimate(of: found, options)
    schema =
      switch options.types {
      case .strings: Schema(self.names.map { Field($0, .string) })
      case .inferred(let decimals):
        try TypeInference.schema(of: found, names: self.names, options, decimals: decimals, workers)
      case .schema(let declared): try CSVHeaders.matching(declared, names, options, path: paths.first)
      }
  }

  private init(_ file: SurveyedFile, of whole: CSVSource) {
    estimate = Self.estimate(of: [file], whole.options)
    schema = whole.schema
    found = [file]
    options = whole.options
    names = whole.names
  }

  /// What files hold; about as many records as lines, as if no value held a line end.
  private static func estimate(of files: [SurveyedFile], _ options: CSVOptions) -> SizeEstimate {
    let byteCount = files.reduce(0) { $0 + $1.byteCount }
    let lines = likelyLineCount(ofFiles: files.map(\.path), byteCount: byteCount)
    let headers = options.hasHeader ? files.count : 0
    return SizeEstimate(byteCount: byteCount, likelyRowCount: lines.map { max(0, $0 - headers) })
  }

  /// Each file on its own, with the columns and types of all.
  package var files: [CSVSource] { found.map { CSVSource($0, of: self) } }

  /// Begins to read the rows.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    if let filter = request.filter { return try FilteringScan(self, request.columns, filter) }
    let positions = Dictionary(zip(schema.names, 0...), uniquingKeysWith: { first, _ in first })
    let columns = names.indices.map { position in
      options.hasHeader ? positions[names[position]] ?? position : position
    }
    let plan = ReadPlan(options, columns: columns, schema: schema, request: request)
    return CSVScan(found, names: names, options: options, plan: plan)
  }
}
