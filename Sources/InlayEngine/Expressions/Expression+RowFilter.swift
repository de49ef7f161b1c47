import InlayBytes
import InlayColumns

extension Expression {
  /// Returns the same condition as a filter, when it only compares columns with constants; else nil.
  ///
  /// Exactly the rows for which the condition is true meet the filter.
  func rowFilter(over schema: Schema) -> RowFilter? { rowFilter(over: schema, depth: 0) }

  /// Divides a condition into a filter and the rest that no filter says: it is true where both are.
  func dividedByFilter(over schema: Schema) -> (filter: RowFilter?, rest: Expression?) {
    if let filter = rowFilter(over: schema) { return (filter, nil) }
    guard case .all(let parts) = self else { return (nil, self) }
    let filters = parts.compactMap { $0.rowFilter(over: schema) }
    let rest = parts.filter { $0.rowFilter(over: schema) == nil }
    return (filters.isEmpty ? nil : .all(filters), rest.count == 1 ? rest[0] : .all(rest))
  }

  /// Filters nest less deep than expressions may.
  private static let depthLimit = 90

  private func rowFilter(over schema: Schema, depth: Int) -> RowFilter? {
    guard depth < Self.depthLimit else { return nil }
    switch self {
    case .column(let position):
      guard schema[position].type == .boolean else { return nil }
      return .comparison(column: position, .equal, .boolean(true))
    case .not(let condition): return condition.rowFilter(over: schema, depth: depth + 1).map { .not($0) }
    case .all(let parts): return Self.filters(parts, schema, depth).map { .all($0) }
    case .any(let parts): return Self.filters(parts, schema, depth).map { .any($0) }
    case .isNull(.column(let position)): return .isNull(column: position)
    case .comparison(let comparison, .column(let position), .literal(let literal)):
      return Self.compare(position, comparison, literal, schema)
    case .comparison(let comparison, .literal(let literal), .column(let position)):
      return Self.compare(position, comparison.mirrored, literal, schema)
    case .call(.startswith, let arguments):
      guard case .column(let position) = arguments.first, case .literal(.string(let text)) = arguments.last,
        schema[position].type == .string
      else { return nil }
      return .startsWith(column: position, Array(text.utf8))
    default: return nil
    }
  }

  private static func filters(_ parts: [Expression], _ schema: Schema, _ depth: Int) -> [RowFilter]? {
    let filters = parts.compactMap { $0.rowFilter(over: schema, depth: depth + 1) }
    return filters.count == parts.count ? filters : nil
  }

  private static func compare(
    _ position: Int, _ comparison: RowFilter.Comparison, _ literal: Literal, _ schema: Schema
  ) -> RowFilter? {
    let type = schema[position].type
    guard let common = type.compared(with: literal.type, by: comparison),
      let constant = try? literal.column(count: 1).cast(to: common).decoded(), !constant.isNull(at: 0),
      let value = constant.filterValue(comparedWith: type)
    else { return nil }
    return .comparison(column: position, comparison, value)
  }
}

extension RowFilter.Comparison {
  /// How the second value compares with the first when the first does so with the second.
  fileprivate var mirrored: RowFilter.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension Column {
  /// Returns the first value in the form in which filters compare it with those of a column of another type; nil where
  /// the order of that column's values would be another one after their cast.
  fileprivate func filterValue(comparedWith columnType: DataType) -> ColumnValue? {
    switch (storage, columnType) {
    case (.boolean(let bits), .boolean): .boolean(bits[0])
    case (.int8(let values), _) where columnType.isWhole: .integer(Int128(values[0]))
    case (.int16(let values), _) where columnType.isWhole: .integer(Int128(values[0]))
    case (.int32(let values), _) where columnType.isWhole || columnType == .date:
      .integer(Int128(values[0]))
    case (.int64(let values), _) where columnType.isWhole: .integer(Int128(values[0]))
    case (.int64(let values), .timestamp(.micros, _)) where columnType == type: .integer(Int128(values[0]))
    case (.int128(let values), .decimal(_, let scale)) where scale == self.scale: .integer(values[0])
    case (.float(let values), .float), (.float(let values), .float16): .double(Double(values[0]))
    case (.double(let values), .double), (.double(let values), .float), (.double(let values), .float16):
      .double(values[0])
    case (.views(let values), .string), (.views(let values), .binary):
      columnType == type ? .bytes(Array(Buffer(copying: values.bytes(at: 0)))) : nil
    default: nil
    }
  }
}

extension DataType {
  /// Whether values are whole numbers of some bits, with a sign or without.
  fileprivate var isWhole: Bool {
    switch self {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32: true
    default: false
    }
  }
}
