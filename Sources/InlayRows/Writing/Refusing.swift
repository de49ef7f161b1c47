// A type asks for a place to write to by calls that cannot throw. Where there is none, it gets one of these, which throws
// when something is written.

/// An encoder that says why nothing can be written.
struct RefusingEncoder: Encoder, SingleValueEncodingContainer {
  let error: any Error
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RefusingContainer<Key>(error: error, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    RefusingElements(error: error, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func encodeNil() throws { throw error }
  func encode<Value: Encodable>(_ value: Value) throws { throw error }
}

/// Keyed values that say why they cannot be written.
struct RefusingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let error: any Error
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) throws { throw error }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { throw error }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    KeyedEncodingContainer(RefusingContainer<NestedKey>(error: error, codingPath: codingPath))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    RefusingElements(error: error, codingPath: codingPath)
  }

  func superEncoder() -> any Encoder { RefusingEncoder(error: error, codingPath: codingPath) }
  func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

/// Elements that say why they cannot be written.
struct RefusingElements: UnkeyedEncodingContainer {
  let error: any Error
  let codingPath: [any CodingKey]
  var count: Int { 0 }

  func encodeNil() throws { throw error }
  func encode<Value: Encodable>(_ value: Value) throws { throw error }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    KeyedEncodingContainer(RefusingContainer<NestedKey>(error: error, codingPath: codingPath))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
  func superEncoder() -> any Encoder { RefusingEncoder(error: error, codingPath: codingPath) }
}
