import InlayBytes
import InlayColumns

/// A fixed-width form in which values are decoded.
protocol PhysicalValue: BitwiseCopyable, Sendable {
  static var zero: Self { get }
  /// A type whose storage holds such values, for dictionaries.
  static func dictionaryType(_ type: DataType) -> DataType
  static func storage(_ values: Values<Self>) -> ColumnStorage
  static func values(in storage: ColumnStorage) -> Values<Self>?
}

extension UInt16: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { .uint16 }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .uint16(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .uint16(let values) = storage { values } else { nil }
  }
}

extension Int32: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { .int32 }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .int32(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .int32(let values) = storage { values } else { nil }
  }
}

extension Int64: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { .int64 }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .int64(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .int64(let values) = storage { values } else { nil }
  }
}

extension Float: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { .float }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .float(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .float(let values) = storage { values } else { nil }
  }
}

extension Double: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { .double }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .double(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .double(let values) = storage { values } else { nil }
  }
}

extension Int128: PhysicalValue {
  static func dictionaryType(_ type: DataType) -> DataType { type }
  static func storage(_ values: Values<Self>) -> ColumnStorage { .int128(values) }
  static func values(in storage: ColumnStorage) -> Values<Self>? {
    if case .int128(let values) = storage { values } else { nil }
  }
}
