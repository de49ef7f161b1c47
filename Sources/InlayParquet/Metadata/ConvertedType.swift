/// What a column's values mean, in the format's older and closed form; ``LogicalType`` is the newer one.
public enum ConvertedType: Int32, Hashable, Sendable, CaseIterable {
  /// Text.
  case utf8 = 0
  /// A map.
  case map = 1
  /// The entries of a map; some writers put it where ``map`` belongs.
  case mapKeyValue = 2
  /// A list.
  case list = 3
  /// A text of few.
  case enumeration = 4
  /// A decimal number.
  case decimal = 5
  /// A day.
  case date = 6
  /// A time of day in milliseconds.
  case timeMillis = 7
  /// A time of day in microseconds.
  case timeMicros = 8
  /// A moment in milliseconds.
  case timestampMillis = 9
  /// A moment in microseconds.
  case timestampMicros = 10
  /// An unsigned integer of 8 bits.
  case uint8 = 11
  /// An unsigned integer of 16 bits.
  case uint16 = 12
  /// An unsigned integer of 32 bits.
  case uint32 = 13
  /// An unsigned integer of 64 bits.
  case uint64 = 14
  /// A signed integer of 8 bits.
  case int8 = 15
  /// A signed integer of 16 bits.
  case int16 = 16
  /// A signed integer of 32 bits.
  case int32 = 17
  /// A signed integer of 64 bits.
  case int64 = 18
  /// A JSON document.
  case json = 19
  /// A BSON document.
  case bson = 20
  /// Months, days and milliseconds.
  case interval = 21
}
