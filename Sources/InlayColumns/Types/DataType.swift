/// The type of a column: what its values mean, and with that how they are stored.
public enum DataType: Hashable, Sendable {
  /// True or false, one bit a value.
  case boolean
  /// A signed integer of 8 bits.
  case int8
  /// A signed integer of 16 bits.
  case int16
  /// A signed integer of 32 bits.
  case int32
  /// A signed integer of 64 bits.
  case int64
  /// An unsigned integer of 8 bits.
  case uint8
  /// An unsigned integer of 16 bits.
  case uint16
  /// An unsigned integer of 32 bits.
  case uint32
  /// An unsigned integer of 64 bits.
  case uint64
  /// An IEEE 754 number of 32 bits.
  case float
  /// An IEEE 754 number of 64 bits.
  case double
  /// UTF-8 text.
  case string
  /// Bytes of any meaning.
  case binary
  /// Bytes of any meaning, as many in every value.
  case fixedBinary(byteWidth: Int)
  /// A universally unique identifier: 16 bytes, in the order in which they are written.
  case uuid
  /// An IEEE 754 number of 16 bits, stored as its bits.
  case float16
  /// A day of the proleptic Gregorian calendar, stored as the number of days since 1970-01-01 in 32 bits.
  case date
  /// A moment or a wall-clock reading, stored as the number of units since 1970-01-01T00:00:00 in 64 bits.
  ///
  /// With `isUTC` the value is a moment; without it, it is what a clock on some wall showed.
  case timestamp(TimeUnit, isUTC: Bool)
  /// A time of day, stored as the number of units since midnight, in 32 bits for milliseconds, else in 64.
  case time(TimeUnit)
  /// A number with `precision` decimal digits, 1 to 38, of which `scale`, 0 to `precision`, stand after the point.
  ///
  /// Stored as the number of units of the last digit, in 128 bits.
  case decimal(precision: Int, scale: Int)
  /// A span of time that has three parts, none of which turns into another: months, days and milliseconds.
  ///
  /// Stored as 12 bytes: three unsigned numbers of 32 bits in that order, the least significant byte first.
  case interval
  /// Nothing but nulls.
  case null
  /// Any number of values of one type, in order.
  indirect case list(Field)
  /// One value for each of some fields.
  case structure([Field])
  /// Any number of pairs of a key, which is never null, and a value.
  ///
  /// Stored as a list of structures of those two fields.
  indirect case map(key: Field, value: Field)
}

extension DataType {
  /// Whether values are made of other values: lists, structures and maps.
  public var isNested: Bool {
    switch self {
    case .list, .structure, .map: true
    default: false
    }
  }

  /// The fields of the values that a value is made of: a list's element, a structure's fields, a map's key and value.
  public var children: [Field] {
    switch self {
    case .list(let element): [element]
    case .structure(let fields): fields
    case .map(let key, let value): [key, value]
    default: []
    }
  }

  /// The number of bytes of every value of a type of bytes whose values all have as many; nil for any other type.
  public var fixedByteWidth: Int? {
    switch self {
    case .fixedBinary(let width): width
    case .uuid: 16
    case .interval: 12
    default: nil
    }
  }
}

/// The unit in which times are counted.
public enum TimeUnit: String, Hashable, Sendable, CaseIterable {
  /// A thousandth of a second.
  case millis
  /// A millionth of a second.
  case micros
  /// A thousand-millionth of a second.
  case nanos

  /// How many of this unit make a second.
  public var perSecond: Int64 {
    switch self {
    case .millis: 1_000
    case .micros: 1_000_000
    case .nanos: 1_000_000_000
    }
  }

  /// The number of decimal digits of a second that the unit can hold.
  public var fractionDigits: Int {
    switch self {
    case .millis: 3
    case .micros: 6
    case .nanos: 9
    }
  }
}
