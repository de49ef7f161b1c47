import InlayBytes
public import InlayColumns
public import InlayRows

extension Table {
  /// Computes the table, and gives its rows one after the other as values of a Swift type:
  ///
  /// <!-- prelude: let table = try Table(columns: ["name": Column(["a", "b"])]) -->
  /// ```swift
  /// import Foundation
  ///
  /// struct Track: Codable {
  ///   var name: String
  ///   var released: Date?
  /// }
  /// for try await track in table.rows(as: Track.self) { print(track.name) }
  /// ```
  ///
  /// Only the columns that the type has keys for are read. Columns and properties go together by name, as the options say;
  /// a property that is optional may lack its column, and then is nil.
  ///
  /// | column | read as |
  /// |---|---|
  /// | integers, decimals without a fraction | any integer type that can hold the value; `Double` and `Float` where they are exact; `Decimal` |
  /// | `float16`, `float`, `double`, `decimal` | `Double`; `Float` where it is exact; a `decimal` as `Decimal` |
  /// | `boolean`, `string` | `Bool`, `String`; a text as `URL` or `UUID` too |
  /// | `date`, `timestamp` | `Date`: midnight in UTC; a timestamp without a time zone as one in UTC |
  /// | `time` | `Duration` since midnight |
  /// | `binary`, `uuid` | `Data`; a `uuid` as `UUID` |
  /// | `struct`, `list`, `map` | a type with such properties, an array or set, a dictionary |
  /// | any of these | a type that wraps one of them, such as an enumeration with raw values |
  ///
  /// A type that reads itself is given a decoder that is of its row only while `init(from:)` runs: it must not be kept.
  ///
  /// - Parameters:
  ///   - type: The type of the rows.
  ///   - options: How keys name columns, and what may be missing.
  ///   - workers: The threads that compute the table.
  public func rows<Row: Decodable>(
    as type: Row.Type = Row.self, options: RowOptions = RowOptions(), workers: Workers = Workers()
  ) -> TableRows<Row> { TableRows(table: self, options: options, workers: workers) }

  /// Computes the table and returns its rows as values of a Swift type; ``rows(as:options:workers:)`` says how.
  public func collect<Row: Decodable>(
    as type: Row.Type, options: RowOptions = RowOptions(),
    isolation: isolated (any Actor)? = #isolation
  ) async throws -> [Row] {
    var rows: [Row] = []
    for try await row in self.rows(as: type, options: options) { rows.append(row) }
    return rows
  }

  /// Makes a table of values of a Swift type, a row each; ``RowWriter`` says which types the columns get.
  ///
  /// - Parameters:
  ///   - rows: The rows, which may be none only where a schema is given.
  ///   - schema: The columns, in order; nil for those that the rows have.
  ///   - options: How keys name columns.
  /// - Throws: ``InlayError/Code/invalidInput`` with the row and the column of a value that the column does not take.
  public init<Row: Encodable>(
    rows: some Sequence<Row>, schema: Schema? = nil, options: RowOptions = RowOptions()
  ) throws {
    self.init(try RecordBatch(rows: rows, schema: schema, options: options))
  }

  /// Makes a table of the rows of a batch.
  public init(_ batch: RecordBatch) {
    // Several batches, so that several threads have something to do.
    let starts = stride(from: 0, to: batch.rowCount, by: Self.rowsPerBatch)
    let parts = starts.map { batch.slice($0..<Swift.min($0 + Self.rowsPerBatch, batch.rowCount)) }
    self.init(MemorySource(schema: batch.schema, batches: parts))
  }

  private static var rowsPerBatch: Int { 65_536 }
}

/// The rows of a table as values of a Swift type, in order; each loop over them computes the table anew.
public struct TableRows<Row: Decodable>: AsyncSequence {
  /// One row.
  public typealias Element = Row
  /// What a run and the type may throw.
  public typealias Failure = any Error

  let table: Table
  let options: RowOptions
  let workers: Workers

  /// Makes an iterator, which runs the table when it is asked for the first row.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(reading: RowReading(table: table, options: options, workers: workers))
  }

  /// One reading of a table's rows.
  public struct AsyncIterator: AsyncIteratorProtocol {
    @usableFromInline let reading: RowReading<Row>
    @usableFromInline var rows: [Row] = []
    @usableFromInline var position = 0

    init(reading: RowReading<Row>) { self.reading = reading }

    /// Returns the next row, or nil at the end.
    ///
    /// - Throws: What went wrong first, in the order of the rows: with the row and the column where a value is not what the
    ///   type takes.
    @inlinable
    public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws -> Row? {
      if position == rows.count {
        guard let more = try await reading.next(isolation: actor) else { return nil }
        (rows, position) = (more, 0)
      }
      defer { position &+= 1 }
      return rows[position]
    }
  }
}
