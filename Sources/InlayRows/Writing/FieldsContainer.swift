/// The fields of a row by the keys of a type; which column a key means is looked up once a name.
final class FieldsContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let fields: FieldsEncoder
  private var positions: [String: Int] = [:]

  init(_ fields: FieldsEncoder) { self.fields = fields }

  private func slot(_ key: Key) throws -> ValueSlot {
    if let known = positions[key.stringValue] { return try fields.slot(known) }
    let position = try fields.position(of: key)
    positions[key.stringValue] = position
    return try fields.slot(position)
  }

  private func write<Value: Encodable>(ifPresent value: Value?, _ key: Key) throws {
    let slot = try slot(key)
    if let value { return try slot.write(value) }
    slot.note(Value.self)
    slot.appendNull()
  }

  var codingPath: [any CodingKey] { fields.codingPath }
  func encodeNil(forKey key: Key) throws { try slot(key).appendNull() }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try slot(key).write(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    do { return try slot(key).container(keyedBy: type) } catch {
      return KeyedEncodingContainer(RefusingContainer<NestedKey>(error: error, codingPath: codingPath))
    }
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    do { return try slot(key).unkeyedContainer() } catch {
      return RefusingElements(error: error, codingPath: codingPath)
    }
  }

  /// The fields of a superclass stand beside those of the class.
  func superEncoder() -> any Encoder { fields }

  func superEncoder(forKey key: Key) -> any Encoder {
    do { return try slot(key) } catch { return RefusingEncoder(error: error, codingPath: codingPath) }
  }
}

// One line a type: the standard library's own ways to these say nothing of a value that is missing.
extension FieldsContainer {
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try write(ifPresent: value, key) }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    try write(ifPresent: value, key)
  }
}
