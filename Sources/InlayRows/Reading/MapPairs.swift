import InlayColumns

/// A map whose keys are texts or integers, by its keys.
struct KeyedPairs<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let values: CellDecoder
  private let rows: [String: Int]
  let allKeys: [Key]

  init(_ pairs: CellDecoder, _ range: Range<Int>) throws {
    guard let cells = pairs.fields?.cells, cells.count == 2 else { throw pairs.mismatch([String: Any].self) }
    values = cells[1]
    var rows: [String: Int] = [:]
    allKeys = try range.compactMap { row in
      let text = try Self.text(cells[0], row)
      // Of equal keys the last one counts.
      let isNew = rows.updateValue(row, forKey: text) == nil
      return isNew ? Key(stringValue: text) : nil
    }
    self.rows = rows
  }

  private static func text(_ keys: CellDecoder, _ row: Int) throws -> String {
    if keys.type == .string { return try keys.text(at: row) }
    return "\(try keys.integer(Int128.self, at: row))"
  }

  private func row(_ key: Key) throws -> Int {
    guard let row = rows[key.stringValue] else {
      throw DecodingError.keyNotFound(key, values.context("the map has no such key"))
    }
    return row
  }

  var codingPath: [any CodingKey] { values.codingPath }
  func contains(_ key: Key) -> Bool { rows[key.stringValue] != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try values.cells.isNull(row(key)) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try values.value(type, at: row(key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> { try superDecoder(forKey: key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw values.mismatch((any Decoder).self) }
  func superDecoder(forKey key: Key) throws -> any Decoder { values.copy(at: try row(key)) }
}

/// A map of any keys as dictionaries of such read themselves: a key, its value, the next key.
struct FlatPairs: UnkeyedDecodingContainer {
  private let pairs: CellDecoder
  private let range: Range<Int>
  private(set) var currentIndex = 0

  init(_ pairs: CellDecoder, _ range: Range<Int>) {
    self.pairs = pairs
    self.range = range
  }

  var codingPath: [any CodingKey] { pairs.codingPath }
  var count: Int? { range.count * 2 }
  var isAtEnd: Bool { currentIndex >= range.count * 2 }

  private func next(_ type: Any.Type) throws -> (cell: CellDecoder, row: Int) {
    guard !isAtEnd, let cells = pairs.fields?.cells, cells.count == 2 else {
      throw DecodingError.valueNotFound(type, pairs.context("the map has no more pairs"))
    }
    return (cells[currentIndex % 2], range.lowerBound + currentIndex / 2)
  }

  mutating func decodeNil() throws -> Bool {
    let (cell, row) = try next(Any?.self)
    guard cell.cells.isNull(row) else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let (cell, row) = try next(type)
    let value = try cell.value(type, at: row)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> { try superDecoder().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    let (cell, row) = try next(Any.self)
    currentIndex += 1
    return cell.copy(at: row)
  }
}
