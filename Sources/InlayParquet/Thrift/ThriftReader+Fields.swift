// Each returns nil, past the value, when the field does not have the wire type that the format gives it.
extension ThriftReader {
  mutating func boolean(_ field: Field) throws -> Bool? {
    guard field.type.isBoolean else { return try skipped(field) }
    return field.type == .booleanTrue
  }

  mutating func int8(_ field: Field) throws -> Int8? {
    guard field.type == .int8 else { return try skipped(field) }
    return Int8(bitPattern: try byte())
  }

  mutating func int16(_ field: Field) throws -> Int16? {
    guard field.type == .int16 else { return try skipped(field) }
    return try zigzag(Int16.self)
  }

  mutating func int32(_ field: Field) throws -> Int32? {
    guard field.type == .int32 else { return try skipped(field) }
    return try zigzag(Int32.self)
  }

  mutating func int64(_ field: Field) throws -> Int64? {
    guard field.type == .int64 else { return try skipped(field) }
    return try zigzag(Int64.self)
  }

  mutating func double(_ field: Field) throws -> Double? {
    guard field.type == .double else { return try skipped(field) }
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) { bits |= UInt64(try byte()) << UInt64(shift) }
    return Double(bitPattern: bits)
  }

  mutating func string(_ field: Field) throws -> String? {
    guard field.type == .binary else { return try skipped(field) }
    return text(try binary())
  }

  mutating func bytes(_ field: Field) throws -> [UInt8]? {
    guard field.type == .binary else { return try skipped(field) }
    return array(try binary())
  }

  mutating func structure<Value: ThriftStruct>(_ field: Field, as _: Value.Type = Value.self) throws -> Value?
  {
    guard field.type == .structure else { return try skipped(field) }
    return try Value(reading: &self)
  }

  mutating func skipped<Value>(_ field: Field) throws -> Value? {
    try skip(field)
    return nil
  }
}
