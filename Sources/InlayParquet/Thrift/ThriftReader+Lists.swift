extension ThriftReader {
  mutating func structures<Value: ThriftStruct>(_ field: Field, of _: Value.Type = Value.self) throws
    -> [Value]?
  {
    try list(field, of: .structure) { reader in try Value(reading: &reader) }
  }

  mutating func strings(_ field: Field) throws -> [String]? {
    try list(field, of: .binary) { reader in reader.text(try reader.binary()) }
  }

  mutating func byteArrays(_ field: Field) throws -> [[UInt8]]? {
    try list(field, of: .binary) { reader in reader.array(try reader.binary()) }
  }

  mutating func int32s(_ field: Field) throws -> [Int32]? {
    try list(field, of: .int32) { reader in try reader.zigzag(Int32.self) }
  }

  mutating func int64s(_ field: Field) throws -> [Int64]? {
    try list(field, of: .int64) { reader in try reader.zigzag(Int64.self) }
  }

  mutating func booleans(_ field: Field) throws -> [Bool]? {
    try list(field, of: .booleanTrue) { reader in try reader.byte() == 1 }
  }

  /// Reads a list whose elements have one wire type; the array grows as elements are really there.
  private mutating func list<Value>(
    _ field: Field, of expected: ThriftType, _ element: (inout ThriftReader) throws -> Value
  ) throws -> [Value]? {
    guard field.type == .list else { return try skipped(field) }
    let start = offset
    let (count, type) = try listHeader()
    guard let type else { return [] }
    guard type == expected || type.isBoolean && expected.isBoolean else {
      offset = start
      return try skipped(field)
    }
    var values: [Value] = []
    for _ in 0..<count {
      try charge(MemoryLayout<Value>.stride)
      values.append(try element(&self))
    }
    return values
  }
}
