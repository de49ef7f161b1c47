public import Inlay

/// What is given bytes that nobody made with care.
public enum Entry: String, CaseIterable, Sendable {
  /// Delimited text; its first bytes say how it is to be understood.
  case csv
  /// A gzip file of delimited text.
  case gzip
  /// Records of JSON; the first bytes say how they lie.
  case json
  /// The metadata at the end of a Parquet file.
  case footer
  /// A whole Parquet file.
  case parquet
  /// A page of a Parquet file; the first bytes say its type, encoding and codec.
  case page
  /// The document of a visual job.
  case job
  /// Columns that are written as Parquet and read again.
  case columns
  /// Delimited text that is read, written and read again.
  case text
}

/// A rule that an input broke: what an entry found beside a trap.
public struct Finding: Error, CustomStringConvertible {
  /// What the rule is, and by what it was broken.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Entry {
  /// Hands over some bytes, which must come to rows or to an ``InlayError``.
  ///
  /// - Returns: The error that they came to; nil for rows.
  /// - Throws: ``Finding`` for a rule that is broken; any other error is a finding too.
  @discardableResult
  public func run(_ bytes: [UInt8]) throws -> InlayError? {
    do {
      try test(bytes)
      return nil
    } catch let error as InlayError {
      // Errors are made to be read.
      guard !error.message.isEmpty, !error.description.isEmpty else { throw Finding("an error says nothing") }
      return error
    }
  }

  private func test(_ bytes: [UInt8]) throws {
    switch self {
    case .csv: try CSVEntry.test(bytes)
    case .gzip: try GzipEntry.test(bytes)
    case .json: try JSONEntry.test(bytes)
    case .footer: try FooterEntry.test(bytes)
    case .parquet: try ParquetEntry.test(bytes)
    case .page: try PageEntry.test(bytes)
    case .job: try JobEntry.test(bytes)
    case .columns: try ColumnsEntry.test(bytes)
    case .text: try TextEntry.test(bytes)
    }
  }
}

/// Runs an entry on what libFuzzer gives; a finding ends the process, which libFuzzer reports with the input.
public func run(_ entry: Entry, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    // Safe: libFuzzer keeps the bytes until this returns.
    try unsafe entry.run(Array(unsafe UnsafeBufferPointer(start: bytes, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}
