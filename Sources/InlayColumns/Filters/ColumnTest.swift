import InlayBytes

/// What a filter asks of the values of one column.
package enum ColumnTest: Sendable {
  /// Whether the value is there, and its place in the order of its type in a set: for booleans, numbers and times.
  case numbers(IntervalSet<Int128>)
  /// Whether the value is there, and in a set: for strings and binaries.
  case bytes(IntervalSet<ByteString>)
  /// Whether the value is missing.
  case isNull
  /// Whether the value is there.
  case isNotNull
}

extension ColumnTest {
  /// The test that holds for each value that is there and for which this one does not.
  ///
  /// SQL's logic: where a value is missing, neither a comparison nor its opposite holds.
  var opposite: ColumnTest {
    switch self {
    case .numbers(let set): .numbers(set.complement)
    case .bytes(let set): .bytes(set.complement)
    case .isNull: .isNotNull
    case .isNotNull: .isNull
    }
  }

  /// Compares with a value.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a value that is not of the column's kind.
  init(_ comparison: RowFilter.Comparison, _ value: ColumnValue, _ field: Field) throws(InlayError) {
    try field.requireComparable(value)
    if case .bytes(let bytes) = value {
      self = .bytes(IntervalSet(comparison, ByteString(bytes)))
    } else {
      self = .numbers(IntervalSet(comparison, value.order ?? 0))
    }
  }

  /// Compares with several values.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a value that is not of the column's kind.
  init(oneOf values: [ColumnValue], _ field: Field) throws(InlayError) {
    for value in values { try field.requireComparable(value) }
    let texts = values.compactMap { if case .bytes(let bytes) = $0 { ByteString(bytes) } else { nil } }
    self = texts.isEmpty ? .numbers(IntervalSet(values.compactMap(\.order))) : .bytes(IntervalSet(texts))
    if values.isEmpty, field.type.comparedKind == .bytes { self = .bytes(IntervalSet()) }
  }

  /// Compares the first bytes.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a column that is no string or binary.
  init(startsWith prefix: [UInt8], _ field: Field) throws(InlayError) {
    try field.requireComparable(.bytes(prefix))
    let start = ByteString(prefix)
    self = .bytes(IntervalSet(.init(from: start, upTo: start.prefixSuccessor)))
  }
}

extension IntervalSet {
  fileprivate init(_ comparison: RowFilter.Comparison, _ value: Value) {
    switch comparison {
    case .equal: self.init([value])
    case .notEqual: self = IntervalSet([value]).complement
    case .less: self.init(Interval(upTo: value))
    case .greaterOrEqual: self.init(Interval(from: value, upTo: nil))
    case .lessOrEqual: self.init(Interval(upTo: value.successor))
    case .greater:
      if let next = value.successor { self.init(Interval(from: next, upTo: nil)) } else { self.init() }
    }
  }
}

// MARK: - Kinds

/// The kinds of values that can be compared with each other.
private enum ComparedKind: String {
  case boolean, integer, double, bytes
}

extension DataType {
  /// The kind of the values; nil for a type that is not compared.
  fileprivate var comparedKind: ComparedKind? {
    switch self {
    case .boolean: .boolean
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .date, .timestamp, .time, .decimal:
      .integer
    case .float16, .float, .double: .double
    case .string, .binary, .fixedBinary, .uuid: .bytes
    case .interval, .null, .list, .structure, .map: nil
    }
  }
}

extension DataType {
  /// Whether filters can compare the values of the type.
  var isComparable: Bool { comparedKind != nil }
}

extension ColumnValue {
  fileprivate var comparedKind: ComparedKind {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .double: .double
    case .bytes: .bytes
    }
  }
}

extension Field {
  fileprivate func requireComparable(_ value: ColumnValue) throws(InlayError) {
    guard let kind = type.comparedKind else {
      throw InlayError(
        .unsupported, "values of this type cannot be filtered by; the type is \(type)",
        at: .init(column: name))
    }
    guard value.comparedKind == kind else {
      throw InlayError(
        .invalidInput, "a \(type) is compared with a value of kind \(kind); the filter gives \(value)",
        at: .init(column: name))
    }
  }
}
