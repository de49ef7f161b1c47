public import InlayColumns

/// A constant of an expression, with its type.
public enum Literal: Hashable, Sendable {
  /// No value, of a type.
  case null(DataType)
  /// A truth value.
  case boolean(Bool)
  /// A number of 32 bits.
  case int32(Int32)
  /// A number of 64 bits.
  case int64(Int64)
  /// A floating-point number.
  case double(Double)
  /// A text.
  case string(String)
  /// Bytes.
  case binary([UInt8])
  /// A day, by its number of days since 1970-01-01.
  case date(Int32)
  /// A moment, by its number of microseconds since 1970-01-01T00:00:00Z.
  case timestamp(Int64)
  /// A decimal number, by the number of units of its last digit.
  case decimal(Int128, precision: Int, scale: Int)

  /// The type of the value.
  public var type: DataType {
    switch self {
    case .null(let type): type
    case .boolean: .boolean
    case .int32: .int32
    case .int64: .int64
    case .double: .double
    case .string: .string
    case .binary: .binary
    case .date: .date
    case .timestamp: .timestamp(.micros, isUTC: true)
    case .decimal(_, let precision, let scale): .decimal(precision: precision, scale: scale)
    }
  }
}
