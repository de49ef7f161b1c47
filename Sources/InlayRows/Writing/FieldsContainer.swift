import InlayColumns

/// The fields of a row by the keys of a type.
final class FieldsContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let fields: FieldsEncoder

  init(_ fields: FieldsEncoder) { self.fields = fields }

  private func slot(_ key: Key) throws -> ValueSlot { try fields.slot(named: key.stringValue) }

  @inline(__always)
  private func write<Value>(_ value: Value?, _ key: Key, _ write: (Value) throws -> Void) throws {
    if let value { return try write(value) }
    let slot = try slot(key)
    slot.note(Value.self)
    slot.appendNull()
  }

  var codingPath: [any CodingKey] { fields.codingPath }
  func encodeNil(forKey key: Key) throws { try slot(key).appendNull() }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try slot(key).write(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    do { return try slot(key).opened().container(keyedBy: type) } catch {
      return KeyedEncodingContainer(RefusingContainer<NestedKey>(error: error, codingPath: codingPath))
    }
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    do { return try slot(key).opened().unkeyedContainer() } catch {
      return RefusingElements(error: error, codingPath: codingPath)
    }
  }

  /// The fields of a superclass stand beside those of the class.
  func superEncoder() -> any Encoder { fields }

  func superEncoder(forKey key: Key) -> any Encoder {
    do { return try slot(key).opened() } catch {
      return RefusingEncoder(error: error, codingPath: codingPath)
    }
  }
}

// Types that columns hold as they are go there without being asked what they are.
extension FieldsContainer {
  func encode(_ value: Bool, forKey key: Key) throws { try slot(key).write(value) }
  func encode(_ value: String, forKey key: Key) throws { try slot(key).write(value) }
  func encode(_ value: Double, forKey key: Key) throws { try slot(key).write(value, .double) }
  func encode(_ value: Float, forKey key: Key) throws { try slot(key).write(Double(value), .float) }
  func encode(_ value: Int, forKey key: Key) throws { try slot(key).write(Int64(value), .int64) }
  func encode(_ value: Int8, forKey key: Key) throws { try slot(key).write(Int64(value), .int8) }
  func encode(_ value: Int16, forKey key: Key) throws { try slot(key).write(Int64(value), .int16) }
  func encode(_ value: Int32, forKey key: Key) throws { try slot(key).write(Int64(value), .int32) }
  func encode(_ value: Int64, forKey key: Key) throws { try slot(key).write(Int64(value), .int64) }
  func encode(_ value: UInt8, forKey key: Key) throws { try slot(key).write(Int64(value), .uint8) }
  func encode(_ value: UInt16, forKey key: Key) throws { try slot(key).write(Int64(value), .uint16) }
  func encode(_ value: UInt32, forKey key: Key) throws { try slot(key).write(Int64(value), .uint32) }
}

// One line a type: the standard library's own ways to these say nothing of a value that is missing.
extension FieldsContainer {
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Float?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    try write(value, key) { try encode($0, forKey: key) }
  }
}
