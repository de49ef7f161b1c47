/// The elements of a list, one after the other.
struct ElementsEncoder: UnkeyedEncodingContainer {
  private let list: ListWriter
  private let number: Int
  private let start: Int

  init(_ list: ListWriter) {
    self.list = list
    number = list.count
    start = list.elements.count
  }

  var codingPath: [any CodingKey] { list.place.codingPath }
  var count: Int { list.elements.count - start }

  /// Returns the place of the next element; a list that another has followed takes no more.
  private func slot() throws -> ValueSlot {
    guard list.count == number else {
      throw list.failure(number, "the elements of a list are written before the next list begins")
    }
    list.elements.place.index = count
    return list.elements.opened()
  }

  mutating func encodeNil() throws { try slot().appendNull() }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try slot().write(value) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    do { return try slot().container(keyedBy: type) } catch {
      return KeyedEncodingContainer(RefusingContainer<NestedKey>(error: error, codingPath: codingPath))
    }
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    do { return try slot().unkeyedContainer() } catch {
      return RefusingElements(error: error, codingPath: codingPath)
    }
  }

  mutating func superEncoder() -> any Encoder {
    do { return try slot() } catch { return RefusingEncoder(error: error, codingPath: codingPath) }
  }
}
