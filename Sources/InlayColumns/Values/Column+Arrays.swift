import InlayBytes

/// A Swift type of which a column can be made.
public protocol ColumnElement {
  /// The type of such a column.
  static var columnType: DataType { get }
  /// Returns values as a column holds them; what stands in the place of a null is of no meaning.
  static func storage(of values: some Sequence<Self?>) -> ColumnStorage
}

extension Column {
  /// Makes a column of values: `Column([1, 2, 3])`.
  public init<Value: ColumnElement>(_ values: some Collection<Value>) {
    self.init(type: Value.columnType, storage: Value.storage(of: values.lazy.map { $0 }))
  }

  /// Makes a column of values of which some are missing: `Column(["a", nil])`.
  public init<Value: ColumnElement>(_ values: some Collection<Value?>) {
    let hasNulls = values.contains { $0 == nil }
    self.init(
      type: Value.columnType, storage: Value.storage(of: values),
      validity: hasNulls ? Bitmap(values.map { $0 != nil }) : nil)
  }
}

/// Puts values one after the other, with a zero for each that is missing.
private func plain<Value: BitwiseCopyable & Sendable & Numeric>(_ values: some Sequence<Value?>) -> Values<
  Value
> {
  var builder = ValueBuilder<Value>(capacity: values.underestimatedCount)
  for value in values { builder.append(value ?? 0) }
  return builder.freeze()
}

extension Bool: ColumnElement {
  /// `boolean`.
  public static var columnType: DataType { .boolean }
  /// Returns one bit a value.
  public static func storage(of values: some Sequence<Bool?>) -> ColumnStorage {
    .boolean(Bitmap(values.map { $0 ?? false }))
  }
}

extension String: ColumnElement {
  /// `string`.
  public static var columnType: DataType { .string }
  /// Returns copies of the texts.
  public static func storage(of values: some Sequence<String?>) -> ColumnStorage {
    var builder = ViewBuilder(capacity: values.underestimatedCount)
    for value in values { builder.append(utf8: value ?? "") }
    return .views(builder.freeze())
  }
}

extension Int: ColumnElement {
  /// `int64`.
  public static var columnType: DataType { .int64 }
  /// Returns the values in 64 bits each.
  public static func storage(of values: some Sequence<Int?>) -> ColumnStorage {
    .int64(plain(values.lazy.map { $0.map(Int64.init) }))
  }
}

extension Int8: ColumnElement {
  /// `int8`.
  public static var columnType: DataType { .int8 }
  /// Returns the values in 8 bits each.
  public static func storage(of values: some Sequence<Int8?>) -> ColumnStorage { .int8(plain(values)) }
}

extension Int16: ColumnElement {
  /// `int16`.
  public static var columnType: DataType { .int16 }
  /// Returns the values in 16 bits each.
  public static func storage(of values: some Sequence<Int16?>) -> ColumnStorage { .int16(plain(values)) }
}

extension Int32: ColumnElement {
  /// `int32`.
  public static var columnType: DataType { .int32 }
  /// Returns the values in 32 bits each.
  public static func storage(of values: some Sequence<Int32?>) -> ColumnStorage { .int32(plain(values)) }
}

extension Int64: ColumnElement {
  /// `int64`.
  public static var columnType: DataType { .int64 }
  /// Returns the values in 64 bits each.
  public static func storage(of values: some Sequence<Int64?>) -> ColumnStorage { .int64(plain(values)) }
}

extension UInt8: ColumnElement {
  /// `uint8`.
  public static var columnType: DataType { .uint8 }
  /// Returns the values in 8 bits each.
  public static func storage(of values: some Sequence<UInt8?>) -> ColumnStorage { .uint8(plain(values)) }
}

extension UInt16: ColumnElement {
  /// `uint16`.
  public static var columnType: DataType { .uint16 }
  /// Returns the values in 16 bits each.
  public static func storage(of values: some Sequence<UInt16?>) -> ColumnStorage { .uint16(plain(values)) }
}

extension UInt32: ColumnElement {
  /// `uint32`.
  public static var columnType: DataType { .uint32 }
  /// Returns the values in 32 bits each.
  public static func storage(of values: some Sequence<UInt32?>) -> ColumnStorage { .uint32(plain(values)) }
}

extension UInt64: ColumnElement {
  /// `uint64`.
  public static var columnType: DataType { .uint64 }
  /// Returns the values in 64 bits each.
  public static func storage(of values: some Sequence<UInt64?>) -> ColumnStorage { .uint64(plain(values)) }
}

extension Float: ColumnElement {
  /// `float`.
  public static var columnType: DataType { .float }
  /// Returns the values in 32 bits each.
  public static func storage(of values: some Sequence<Float?>) -> ColumnStorage { .float(plain(values)) }
}

extension Double: ColumnElement {
  /// `double`.
  public static var columnType: DataType { .double }
  /// Returns the values in 64 bits each.
  public static func storage(of values: some Sequence<Double?>) -> ColumnStorage { .double(plain(values)) }
}
