/// The wire types of Thrift's compact protocol, as they stand in a field's or a list's header.
enum ThriftType: UInt8 {
  /// A field that is true: the value stands in the header. In a list, any boolean.
  case booleanTrue = 1
  /// A field that is false. In a list, any boolean too: writers disagree on which of the two numbers to use.
  case booleanFalse = 2
  case int8 = 3
  case int16 = 4
  case int32 = 5
  case int64 = 6
  case double = 7
  case binary = 8
  case list = 9
  case set = 10
  case map = 11
  case structure = 12
  case uuid = 13

  /// Whether this is one of the two numbers for booleans.
  var isBoolean: Bool { self == .booleanTrue || self == .booleanFalse }
}

/// A struct of the Parquet format's Thrift file: its fields on the wire are written and read in one place.
protocol ThriftStruct {
  /// Reads the struct; fields that are not known are skipped, those with an unexpected wire type too.
  init(reading reader: inout ThriftReader) throws
  /// Writes the struct.
  func write(to writer: inout ThriftWriter)
}
