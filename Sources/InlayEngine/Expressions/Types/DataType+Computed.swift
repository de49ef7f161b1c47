import InlayColumns

extension DataType {
  /// The type as which values take part in an expression: the one that Spark reads such a column as.
  ///
  /// Spark has neither unsigned integers nor halves, and counts time in microseconds.
  var computed: DataType {
    switch self {
    case .uint8: .int16
    case .uint16: .int32
    case .uint32: .int64
    case .uint64: .decimal(precision: 20, scale: 0)
    case .float16: .float
    case .fixedBinary, .uuid: .binary
    case .timestamp(_, let isUTC): .timestamp(.micros, isUTC: isUTC)
    default: self
    }
  }

  /// The place among the numbers that are no decimals: of two of them, the later one holds the values of both.
  var numberRank: Int? {
    switch self {
    case .int8: 0
    case .int16: 1
    case .int32: 2
    case .int64: 3
    case .float: 4
    case .double: 5
    default: nil
    }
  }

  /// Whether values are whole numbers of some bits.
  var isIntegral: Bool { numberRank.map { $0 <= 3 } ?? false }
  /// Whether values are floating-point numbers.
  var isFractional: Bool { self == .float || self == .double }
  /// Whether values are decimals.
  var isDecimal: Bool { if case .decimal = self { true } else { false } }
  /// Whether values are moments or clock readings.
  var isTimestamp: Bool { if case .timestamp = self { true } else { false } }
  /// Whether values are days, moments or clock readings.
  var isDateOrTimestamp: Bool { self == .date || isTimestamp }
}
