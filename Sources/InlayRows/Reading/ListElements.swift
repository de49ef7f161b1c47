/// The elements of a list, one after the other.
struct ListElements: UnkeyedDecodingContainer {
  private let cell: CellDecoder
  private let range: Range<Int>
  private(set) var currentIndex = 0

  init(_ cell: CellDecoder, _ range: Range<Int>) {
    self.cell = cell
    self.range = range
  }

  var codingPath: [any CodingKey] { cell.codingPath }
  var count: Int? { range.count }
  var isAtEnd: Bool { currentIndex >= range.count }

  mutating func decodeNil() throws -> Bool {
    guard try cell.cells.isNull(next(Any?.self)) else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try cell.value(type, at: next(type))
    currentIndex += 1
    return value
  }

  /// Returns the row of the next element, and names it in errors.
  private func next(_ type: Any.Type) throws -> Int {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(type, cell.context("the list has no more elements"))
    }
    cell.place.index = currentIndex
    return range.lowerBound + currentIndex
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> { try superDecoder().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try cell.copy(at: next(Any.self))
    currentIndex += 1
    return decoder
  }
}
