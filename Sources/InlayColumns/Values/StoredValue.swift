public import InlayBytes

/// A Swift type whose values lie in columns as they are, so that a column's values can be looked at without a copy.
///
/// `Int32` is also how days, and times in milliseconds, lie; `Int64` moments and finer times; `Int128` decimals, as
/// units of their last digit; `UInt16` the bits of `float16`.
public protocol StoredValue: BitwiseCopyable, Sendable {
  /// Returns the values of a storage that is of this type; nil for any other.
  static func values(of storage: ColumnStorage) -> Values<Self>?
}

extension Int8: StoredValue {
  /// Returns the values of a column of `int8`.
  public static func values(of storage: ColumnStorage) -> Values<Int8>? {
    if case .int8(let values) = storage { values } else { nil }
  }
}

extension Int16: StoredValue {
  /// Returns the values of a column of `int16`.
  public static func values(of storage: ColumnStorage) -> Values<Int16>? {
    if case .int16(let values) = storage { values } else { nil }
  }
}

extension Int32: StoredValue {
  /// Returns the values of a column of `int32`, `date` or `time(millis)`.
  public static func values(of storage: ColumnStorage) -> Values<Int32>? {
    if case .int32(let values) = storage { values } else { nil }
  }
}

extension Int64: StoredValue {
  /// Returns the values of a column of `int64`, `timestamp` or a fine `time`.
  public static func values(of storage: ColumnStorage) -> Values<Int64>? {
    if case .int64(let values) = storage { values } else { nil }
  }
}

extension UInt8: StoredValue {
  /// Returns the values of a column of `uint8`.
  public static func values(of storage: ColumnStorage) -> Values<UInt8>? {
    if case .uint8(let values) = storage { values } else { nil }
  }
}

extension UInt16: StoredValue {
  /// Returns the values of a column of `uint16`, or the bits of one of `float16`.
  public static func values(of storage: ColumnStorage) -> Values<UInt16>? {
    if case .uint16(let values) = storage { values } else { nil }
  }
}

extension UInt32: StoredValue {
  /// Returns the values of a column of `uint32`.
  public static func values(of storage: ColumnStorage) -> Values<UInt32>? {
    if case .uint32(let values) = storage { values } else { nil }
  }
}

extension UInt64: StoredValue {
  /// Returns the values of a column of `uint64`.
  public static func values(of storage: ColumnStorage) -> Values<UInt64>? {
    if case .uint64(let values) = storage { values } else { nil }
  }
}

extension Float: StoredValue {
  /// Returns the values of a column of `float`.
  public static func values(of storage: ColumnStorage) -> Values<Float>? {
    if case .float(let values) = storage { values } else { nil }
  }
}

extension Double: StoredValue {
  /// Returns the values of a column of `double`.
  public static func values(of storage: ColumnStorage) -> Values<Double>? {
    if case .double(let values) = storage { values } else { nil }
  }
}

extension Int128: StoredValue {
  /// Returns the values of a column of decimals, as units of their last digit.
  public static func values(of storage: ColumnStorage) -> Values<Int128>? {
    if case .int128(let values) = storage { values } else { nil }
  }
}
