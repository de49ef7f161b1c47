public import InlayBytes

/// How a column's values lie in memory. A value that is null has some storage too; what stands there means nothing.
public enum ColumnStorage: Sendable {
  /// One bit a value.
  case boolean(Bitmap)
  /// `int8`.
  case int8(Values<Int8>)
  /// `int16`.
  case int16(Values<Int16>)
  /// `int32`, `date` and `time(millis)`.
  case int32(Values<Int32>)
  /// `int64`, `timestamp` and the finer `time`s.
  case int64(Values<Int64>)
  /// `uint8`.
  case uint8(Values<UInt8>)
  /// `uint16`, and the bits of `float16`.
  case uint16(Values<UInt16>)
  /// `uint32`.
  case uint32(Values<UInt32>)
  /// `uint64`.
  case uint64(Values<UInt64>)
  /// `float`.
  case float(Values<Float>)
  /// `double`.
  case double(Values<Double>)
  /// `decimal`: the number of units of the last digit.
  case int128(Values<Int128>)
  /// `string`, `binary`, and the types of bytes that all have one length.
  case views(ViewValues)
  /// `null`: so many of them.
  case null(count: Int)
  /// `list` and `map`.
  indirect case list(ListValues)
  /// `structure`.
  case structure(StructureValues)
  /// Values of any type, given by their positions in a base column.
  case dictionary(DictionaryValues)

  /// The number of values.
  public var count: Int {
    switch self {
    case .boolean(let bits): bits.count
    case .int8(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    case .uint8(let values): values.count
    case .uint16(let values): values.count
    case .uint32(let values): values.count
    case .uint64(let values): values.count
    case .float(let values): values.count
    case .double(let values): values.count
    case .int128(let values): values.count
    case .views(let values): values.count
    case .null(let count): count
    case .list(let values): values.count
    case .structure(let values): values.count
    case .dictionary(let values): values.indices.count
    }
  }

  /// Returns the values of a range, sharing the memory; O(1).
  public func slice(_ range: Range<Int>) -> ColumnStorage {
    switch self {
    case .boolean(let bits): .boolean(bits[range])
    case .int8(let values): .int8(values[range])
    case .int16(let values): .int16(values[range])
    case .int32(let values): .int32(values[range])
    case .int64(let values): .int64(values[range])
    case .uint8(let values): .uint8(values[range])
    case .uint16(let values): .uint16(values[range])
    case .uint32(let values): .uint32(values[range])
    case .uint64(let values): .uint64(values[range])
    case .float(let values): .float(values[range])
    case .double(let values): .double(values[range])
    case .int128(let values): .int128(values[range])
    case .views(let values): .views(values[range])
    case .null: .null(count: range.count)
    case .list(let values): .list(values.slice(range))
    case .structure(let values): .structure(values.slice(range))
    case .dictionary(let values): .dictionary(values.slice(range))
    }
  }

  /// Returns the values at `indices`, each less than `count`, in that order; O(indices.count).
  public func gathered(_ indices: Values<UInt32>) -> ColumnStorage {
    switch self {
    case .boolean(let bits): .boolean(bits.gathered(indices))
    case .int8(let values): .int8(values.gathered(indices))
    case .int16(let values): .int16(values.gathered(indices))
    case .int32(let values): .int32(values.gathered(indices))
    case .int64(let values): .int64(values.gathered(indices))
    case .uint8(let values): .uint8(values.gathered(indices))
    case .uint16(let values): .uint16(values.gathered(indices))
    case .uint32(let values): .uint32(values.gathered(indices))
    case .uint64(let values): .uint64(values.gathered(indices))
    case .float(let values): .float(values.gathered(indices))
    case .double(let values): .double(values.gathered(indices))
    case .int128(let values): .int128(values.gathered(indices))
    case .views(let values): .views(values.gathered(indices))
    case .null: .null(count: indices.count)
    case .list(let values): .list(values.gathered(indices))
    case .structure(let values): .structure(values.gathered(indices))
    case .dictionary(let values): .dictionary(values.gathered(indices))
    }
  }
}
