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
  /// - Throws: ``InlayError`` for a column that cannot be read, before any data is.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    for column in request.columns {
      if let problem = file.problem(ofColumn: column) { throw problem }
    }
    return ParquetScan(file, request)
  }
}
