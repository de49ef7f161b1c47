#if canImport(TabularData)
import Foundation
import InlayColumns
public import TabularData

extension Table {
  /// Computes the table and returns it as a data frame of TabularData, all of it in memory.
  ///
  /// Booleans, integers, `float`, `double` and `string` keep their types, `date` and `timestamp` become `Date`, and all other
  /// values the texts that CSV has for them.
  public func dataFrame() async throws -> DataFrame {
    let batches = try await collect()
    var frame = DataFrame()
    for (position, field) in try schema().fields.enumerated() {
      let values = InlayColumns.Column.concatenating(batches.map { $0.columns[position] }, type: field.type)
      frame.append(column: try values.decoded().erased(named: field.name))
    }
    return frame
  }

  /// Makes a table of a data frame.
  ///
  /// Columns of booleans, numbers and texts keep their types, those of `Date` become texts in the form of ISO 8601, and those of
  /// all other types texts as they describe themselves.
  public init(_ frame: DataFrame) throws {
    let columns = frame.columns.map { InlayColumns.Column($0) }
    let fields = zip(frame.columns, columns).map { Field($0.name, $1.type) }
    self.init(RecordBatch(schema: Schema(fields), columns: columns, rowCount: frame.rows.count))
  }
}

extension InlayColumns.Column {
  /// Makes a column of TabularData's.
  fileprivate func erased(named name: String) throws -> AnyColumn {
    switch type {
    case .boolean: try TabularData.Column(name: name, contents: booleans()).eraseToAnyColumn()
    case .int8: try erased(Int8.self, name)
    case .int16: try erased(Int16.self, name)
    case .int32: try erased(Int32.self, name)
    case .int64: try erased(Int64.self, name)
    case .uint8: try erased(UInt8.self, name)
    case .uint16: try erased(UInt16.self, name)
    case .uint32: try erased(UInt32.self, name)
    case .uint64: try erased(UInt64.self, name)
    case .float: try erased(Float.self, name)
    case .double: try erased(Double.self, name)
    case .date: try dates(Int32.self, name) { Double($0) * 86_400 }
    case .timestamp(let unit, _): try dates(Int64.self, name) { Double($0) / Double(unit.perSecond) }
    default:
      try TabularData.Column(name: name, contents: Array(asText().decoded().texts())).eraseToAnyColumn()
    }
  }

  private func erased<Value: StoredValue>(_ type: Value.Type, _ name: String) throws -> AnyColumn {
    try TabularData.Column(name: name, contents: Array(elements(as: type))).eraseToAnyColumn()
  }

  private func dates<Value: StoredValue>(
    _ type: Value.Type, _ name: String, _ seconds: (Value) -> Double
  ) throws -> AnyColumn {
    let dates = try elements(as: type).map { $0.map { Date(timeIntervalSince1970: seconds($0)) } }
    return TabularData.Column(name: name, contents: dates).eraseToAnyColumn()
  }

  /// Takes the values of a column of TabularData's.
  fileprivate init(_ column: AnyColumn) {
    self =
      Self.taking(Bool.self, column) ?? Self.taking(String.self, column) ?? Self.taking(Int.self, column)
      ?? Self.taking(Double.self, column) ?? Self.taking(Float.self, column) ?? Self.taking(Int8.self, column)
      ?? Self.taking(Int16.self, column) ?? Self.taking(Int32.self, column)
      ?? Self.taking(Int64.self, column) ?? Self.taking(UInt8.self, column)
      ?? Self.taking(UInt16.self, column) ?? Self.taking(UInt32.self, column)
      ?? Self.taking(UInt64.self, column) ?? Self(column.map { $0.map(Self.text) })
  }

  private static func taking<Value: ColumnElement>(_ type: Value.Type, _ column: AnyColumn) -> Self? {
    column.wrappedElementType == type ? Self(Array(column.assumingType(type))) : nil
  }

  private static func text(_ value: Any) -> String {
    (value as? Date).map { $0.formatted(.iso8601) } ?? "\(value)"
  }
}
#endif
