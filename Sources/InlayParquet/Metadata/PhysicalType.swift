/// How the values of a column are stored: `Type` in the format.
public enum PhysicalType: Int32, Hashable, Sendable, CaseIterable {
  /// One bit a value.
  case boolean = 0
  /// Four bytes, signed.
  case int32 = 1
  /// Eight bytes, signed.
  case int64 = 2
  /// Twelve bytes: a deprecated form of timestamps.
  case int96 = 3
  /// IEEE 754, four bytes.
  case float = 4
  /// IEEE 754, eight bytes.
  case double = 5
  /// Bytes of any number.
  case byteArray = 6
  /// Bytes, the same number for all values of the column.
  case fixedLengthByteArray = 7
}

extension PhysicalType: CustomStringConvertible {
  /// The name in the format.
  public var description: String {
    switch self {
    case .boolean: "BOOLEAN"
    case .int32: "INT32"
    case .int64: "INT64"
    case .int96: "INT96"
    case .float: "FLOAT"
    case .double: "DOUBLE"
    case .byteArray: "BYTE_ARRAY"
    case .fixedLengthByteArray: "FIXED_LEN_BYTE_ARRAY"
    }
  }
}
