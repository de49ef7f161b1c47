import InlayBytes
import InlayColumns

/// A number as columns store it.
protocol StoredNumber: BitwiseCopyable, Sendable, Comparable {
  /// Wraps values as the storage of a column.
  static func storage(_ values: Values<Self>) -> ColumnStorage
  /// Returns the values of a storage of such numbers; nil for another storage.
  static func values(of storage: ColumnStorage) -> Values<Self>?
  /// What stands in the place of a null.
  static var zero: Self { get }
}

extension Int8: StoredNumber {
  static func storage(_ values: Values<Int8>) -> ColumnStorage { .int8(values) }
  static func values(of storage: ColumnStorage) -> Values<Int8>? {
    if case .int8(let values) = storage { values } else { nil }
  }
}

extension Int16: StoredNumber {
  static func storage(_ values: Values<Int16>) -> ColumnStorage { .int16(values) }
  static func values(of storage: ColumnStorage) -> Values<Int16>? {
    if case .int16(let values) = storage { values } else { nil }
  }
}

extension Int32: StoredNumber {
  static func storage(_ values: Values<Int32>) -> ColumnStorage { .int32(values) }
  static func values(of storage: ColumnStorage) -> Values<Int32>? {
    if case .int32(let values) = storage { values } else { nil }
  }
}

extension Int64: StoredNumber {
  static func storage(_ values: Values<Int64>) -> ColumnStorage { .int64(values) }
  static func values(of storage: ColumnStorage) -> Values<Int64>? {
    if case .int64(let values) = storage { values } else { nil }
  }
}

extension Int128: StoredNumber {
  static func storage(_ values: Values<Int128>) -> ColumnStorage { .int128(values) }
  static func values(of storage: ColumnStorage) -> Values<Int128>? {
    if case .int128(let values) = storage { values } else { nil }
  }
}

extension Float: StoredNumber {
  static func storage(_ values: Values<Float>) -> ColumnStorage { .float(values) }
  static func values(of storage: ColumnStorage) -> Values<Float>? {
    if case .float(let values) = storage { values } else { nil }
  }
}

extension Double: StoredNumber {
  static func storage(_ values: Values<Double>) -> ColumnStorage { .double(values) }
  static func values(of storage: ColumnStorage) -> Values<Double>? {
    if case .double(let values) = storage { values } else { nil }
  }
}
