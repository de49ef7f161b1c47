import InlayBytes

/// Writes Thrift's compact protocol.
struct ThriftWriter: ~Copyable {
  private var output = ValueBuilder<UInt8>()
  // The number of the last field of each struct that is open.
  private var lastIDs: [Int16] = []

  /// Returns what a struct is on the wire.
  static func bytes(of value: some ThriftStruct) -> Values<UInt8> {
    var writer = ThriftWriter()
    value.write(to: &writer)
    return writer.finish()
  }

  /// Hands over what was written.
  consuming func finish() -> Values<UInt8> { output.freeze() }
}

// MARK: - Structs

extension ThriftWriter {
  /// Opens a struct that is not a field: the outermost one, or an element of a list.
  mutating func beginStruct() { lastIDs.append(0) }

  /// Opens a struct that is the value of a field.
  mutating func beginStruct(_ id: Int16) {
    header(id, .structure)
    beginStruct()
  }

  /// Closes the struct that was opened last.
  mutating func endStruct() {
    lastIDs.removeLast()
    output.append(0)
  }

  /// Writes a field that is a struct without fields, as unions have them.
  mutating func emptyStruct(_ id: Int16) {
    beginStruct(id)
    endStruct()
  }

  private mutating func header(_ id: Int16, _ type: ThriftType) {
    let delta = id - (lastIDs.last ?? 0)
    if (1...15).contains(delta) {
      output.append(UInt8(delta) << 4 | type.rawValue)
    } else {
      output.append(type.rawValue)
      zigzag(id)
    }
    if let last = lastIDs.indices.last { lastIDs[last] = id }
  }
}

// MARK: - Fields

// A field without a value is left out.
extension ThriftWriter {
  mutating func field(_ id: Int16, _ value: Bool?) {
    if let value { header(id, value ? .booleanTrue : .booleanFalse) }
  }

  mutating func field(_ id: Int16, _ value: Int8?) {
    guard let value else { return }
    header(id, .int8)
    output.append(UInt8(bitPattern: value))
  }

  mutating func field(_ id: Int16, _ value: Int16?) { field(id, .int16, value) }
  mutating func field(_ id: Int16, _ value: Int32?) { field(id, .int32, value) }
  mutating func field(_ id: Int16, _ value: Int64?) { field(id, .int64, value) }

  private mutating func field(_ id: Int16, _ type: ThriftType, _ value: (some FixedWidthInteger)?) {
    guard let value else { return }
    header(id, type)
    zigzag(value)
  }

  mutating func field(_ id: Int16, _ value: Double?) {
    guard let value else { return }
    header(id, .double)
    output.append(littleEndian: value.bitPattern)
  }

  mutating func field(_ id: Int16, _ value: String?) {
    guard let value else { return }
    header(id, .binary)
    text(value)
  }

  mutating func field(_ id: Int16, _ value: [UInt8]?) {
    guard let value else { return }
    header(id, .binary)
    binary(value)
  }

  mutating func field(_ id: Int16, _ value: (some ThriftStruct)?) {
    guard let value else { return }
    header(id, .structure)
    value.write(to: &self)
  }
}

// MARK: - List fields

extension ThriftWriter {
  mutating func field(_ id: Int16, _ values: [some ThriftStruct]?) {
    guard let values else { return }
    list(id, of: .structure, count: values.count)
    for value in values { value.write(to: &self) }
  }

  mutating func field(_ id: Int16, _ values: [String]?) {
    guard let values else { return }
    list(id, of: .binary, count: values.count)
    for value in values { text(value) }
  }

  mutating func field(_ id: Int16, _ values: [[UInt8]]?) {
    guard let values else { return }
    list(id, of: .binary, count: values.count)
    for value in values { binary(value) }
  }

  mutating func field(_ id: Int16, _ values: [Int32]?) {
    guard let values else { return }
    list(id, of: .int32, count: values.count)
    for value in values { zigzag(value) }
  }

  mutating func field(_ id: Int16, _ values: [Int64]?) {
    guard let values else { return }
    list(id, of: .int64, count: values.count)
    for value in values { zigzag(value) }
  }

  mutating func field(_ id: Int16, _ values: [Bool]?) {
    guard let values else { return }
    list(id, of: .booleanTrue, count: values.count)
    for value in values { output.append(value ? 1 : 2) }
  }

  private mutating func list(_ id: Int16, of type: ThriftType, count: Int) {
    header(id, .list)
    if count < 15 {
      output.append(UInt8(count) << 4 | type.rawValue)
    } else {
      output.append(0xF0 | type.rawValue)
      varint(UInt64(count))
    }
  }
}

// MARK: - Bytes and numbers

extension ThriftWriter {
  private mutating func varint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    output.append(UInt8(value))
  }

  private mutating func zigzag(_ value: some FixedWidthInteger) {
    let value = Int64(value)
    varint(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  private mutating func text(_ value: String) {
    varint(UInt64(value.utf8.count))
    output.append(utf8: value)
  }

  private mutating func binary(_ value: [UInt8]) {
    varint(UInt64(value.count))
    output.append(contentsOf: value.span)
  }
}
