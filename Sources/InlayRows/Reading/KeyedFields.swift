import InlayBytes
import InlayColumns

/// The fields of a row by the keys of a type.
///
/// Which column a key means is looked up once: the keys that the compiler makes are enumerations of one byte, which is
/// the place in a table of what was found.
@safe
final class KeyedFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let fields: FieldsDecoder
  private let isByte: Bool
  // Safe: 256 places from `init` to `deinit`, one for each value of a byte. An array would count references in each
  // access.
  private let byByte: UnsafeMutablePointer<Int16>
  private var byName: [String: Int] = [:]
  private static var unknown: Int16 { -2 }
  private static var absent: Int { -1 }

  init(_ fields: FieldsDecoder) {
    self.fields = fields
    isByte = MemoryLayout<Key>.size == 1 && _isPOD(Key.self)
    unsafe byByte = .allocate(capacity: 256)
    unsafe byByte.initialize(repeating: Self.unknown, count: 256)
  }

  deinit { unsafe byByte.deallocate() }

  /// Returns the position of a key's column, or `absent`.
  @inline(__always)
  private func position(of key: Key) throws -> Int {
    guard isByte else { return try positionByName(of: key) }
    // Safe: such a key is one byte that holds no reference.
    let byte = unsafe Int(unsafeBitCast(key, to: UInt8.self))
    let known = unsafe byByte[byte]
    return known == Self.unknown ? try lookUp(key, byte) : Int(known)
  }

  private func lookUp(_ key: Key, _ byte: Int) throws -> Int {
    let position = try fields.position(of: key) ?? Self.absent
    unsafe byByte[byte] = Int16(exactly: position) ?? Self.unknown
    return position
  }

  private func positionByName(of key: Key) throws -> Int {
    if let known = byName[key.stringValue] { return known }
    let position = try fields.position(of: key) ?? Self.absent
    byName[key.stringValue] = position
    return position
  }

  /// Returns what reads a key's column, which must be there.
  @inline(__always)
  private func cell(_ key: Key) throws -> CellDecoder {
    let position = try position(of: key)
    guard position >= 0 else { throw notFound(key) }
    return fields.cells[position]
  }

  /// Returns what reads a key's column, unless there is none or its value is null.
  @inline(__always)
  private func cellIfPresent(_ key: Key) throws -> CellDecoder? {
    let position = try position(of: key)
    guard position >= 0 else {
      if fields.options.allowsMissingColumns { return nil }
      throw notFound(key)
    }
    let cell = fields.cells[position]
    return cell.cells.isNull(fields.row) ? nil : cell
  }

  private func notFound(_ key: Key) -> DecodingError {
    let name = fields.options.naming.column(of: key.stringValue)
    return .keyNotFound(
      PlaceKey(name),
      .init(
        codingPath: codingPath,
        debugDescription: "there is no such column; \(suggestion(for: name, among: fields.names))"))
  }

  @inline(__always)
  private func read<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value {
    try cell(key).value(type, at: fields.row)
  }

  @inline(__always)
  private func readIfPresent<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
    try cellIfPresent(key)?.value(type, at: fields.row)
  }

  var codingPath: [any CodingKey] { fields.codingPath }

  /// The keys of the columns that have a value in this row.
  var allKeys: [Key] {
    zip(fields.names, fields.cells).compactMap { name, cell in
      guard !cell.cells.isNull(fields.row) else { return nil }
      for text in fields.options.naming.keys(of: name) ?? [name] {
        if let key = Key(stringValue: text), fields.options.naming.column(of: key.stringValue) == name {
          return key
        }
      }
      return nil
    }
  }

  func contains(_ key: Key) -> Bool { ((try? position(of: key)) ?? Self.absent) >= 0 }
  func decodeNil(forKey key: Key) throws -> Bool { try cell(key).cells.isNull(fields.row) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try superDecoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  /// The fields of a superclass stand beside those of the class.
  func superDecoder() throws -> any Decoder { fields }
  func superDecoder(forKey key: Key) throws -> any Decoder { try cell(key).copy(at: fields.row) }
}

// One line a type: the standard library's own ways to these would look the column up three times.
extension KeyedFields {
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try read(type, key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try read(type, key) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try read(type, key) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try read(type, key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try read(type, key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try read(type, key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try read(type, key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try read(type, key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try read(type, key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try read(type, key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try read(type, key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try read(type, key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try read(type, key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try read(type, key) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try read(type, key) }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try readIfPresent(type, key)
  }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try readIfPresent(type, key)
  }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try readIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? {
    try readIfPresent(type, key)
  }
  func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? {
    try readIfPresent(type, key)
  }
  func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? {
    try readIfPresent(type, key)
  }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try readIfPresent(type, key)
  }
}
