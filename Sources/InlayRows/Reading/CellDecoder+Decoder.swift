import InlayColumns

/// The value of the current row, for a type that reads itself.
extension CellDecoder: Decoder, SingleValueDecodingContainer {
  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try requireValue(row, for: [String: Any].self)
    if let fields {
      fields.row = row
      return fields.container(keyedBy: type)
    }
    guard case .map = self.type, let elements else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(try KeyedPairs<Key>(elements, cells.elements(row)))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try requireValue(row, for: [Any].self)
    guard let elements else { throw mismatch([Any].self) }
    if case .map = type { return FlatPairs(elements, cells.elements(row)) }
    return ListElements(elements, cells.elements(row))
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { cells.isNull(row) }
  func decode(_ type: Bool.Type) throws -> Bool { try boolean(at: row) }
  func decode(_ type: String.Type) throws -> String { try text(at: row) }
  func decode(_ type: Double.Type) throws -> Double { try double(at: row) }
  func decode(_ type: Float.Type) throws -> Float { try float(at: row) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type, at: row) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type, at: row) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type, at: row) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type, at: row) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type, at: row) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type, at: row) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type, at: row) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type, at: row) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type, at: row) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type, at: row) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type, at: row) }
}
