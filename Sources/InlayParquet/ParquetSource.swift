public import InlayColumns

/// A Parquet file as a source of batches; several of them are joined by ``ConcatenatedSource``.
public struct ParquetSource: BatchSource {
  /// The file.
  public let file: ParquetFile

  /// Reads an open file.
  public init(_ file: ParquetFile) { self.file = file }

  /// Opens a file, of which only the footer is read.
  ///
  /// - Throws: As ``ParquetFile/init(path:options:)``.
  public init(path: String, options: ParquetReadOptions = ParquetReadOptions()) throws {
    file = try ParquetFile(path: path, options: options)
  }

  /// The file's columns.
  public var schema: Schema { file.schema }

  /// The file's size and its number of rows.
  public var estimate: SizeEstimate { SizeEstimate(byteCount: file.byteCount, rowCount: file.rowCount) }

  /// Begins to read the file.
  ///
  /// - Throws: ``InlayError`` for a column that cannot be read, or a filter that does not go with the columns, before
  ///   any data is read.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    let scan = try ParquetScan(file, request)
    for column in request.columns + (request.filter?.columns ?? []) {
      if let problem = file.problem(ofColumn: column) { throw problem }
    }
    return scan
  }
}
