import InlayBytes

/// Reads Thrift's compact protocol from bytes that nobody vouches for.
///
/// Every length is compared with the bytes that are left before it is believed, so nothing is allocated beyond what
/// the bytes can hold, and nesting has a limit, so nothing runs out of stack.
struct ThriftReader: ~Escapable {
  private let bytes: RawSpan
  // Where `bytes` begins in the file, for messages.
  private let fileOffset: Int
  private var depth = 0
  /// The number of bytes read so far.
  private(set) var offset = 0

  /// The deepest nesting that is followed, as in arrow-rs; Parquet's own structs nest 6 deep.
  static let depthLimit = 64

  /// Begins to read bytes that stand at `fileOffset` of a file.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, fileOffset: Int = 0) {
    self.bytes = bytes
    self.fileOffset = fileOffset
  }

  /// The number of bytes left.
  var remaining: Int { bytes.byteCount - offset }

  /// Makes the error for a fault at the present place.
  func corrupt(_ message: String) -> InlayError {
    InlayError(.corrupt, message, at: .init(byteOffset: fileOffset + offset))
  }

  /// Returns a field's value, or throws where a field that the format requires is absent.
  func require<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw corrupt("the metadata lack a required field: \(name)") }
    return value
  }
}

// MARK: - Bytes and numbers

extension ThriftReader {
  private mutating func byte() throws -> UInt8 {
    guard remaining > 0 else { throw corrupt("the metadata end in the middle of a value") }
    defer { offset += 1 }
    return bytes.byte(at: offset)
  }

  /// Reads an unsigned integer of 7 bits a byte, at most 10 bytes.
  mutating func varint() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      let byte = try byte()
      if shift == 63 && byte > 1 { break }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    throw corrupt("a number in the metadata is longer than 64 bits")
  }

  /// Reads a signed integer: the sign is the lowest bit.
  private mutating func zigzag<Integer: FixedWidthInteger>(_: Integer.Type) throws -> Integer {
    let raw = try varint()
    let value = Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    guard let value = Integer(exactly: value) else {
      throw corrupt("a number in the metadata does not fit its type: \(value)")
    }
    return value
  }

  /// Reads a length and compares it with what is left, at `byteCount` bytes an element.
  private mutating func length(of what: String, elementByteCount: Int = 1) throws -> Int {
    let count = try varint()
    guard count <= UInt64(remaining / elementByteCount) else {
      throw corrupt("\(what) in the metadata is longer than the bytes that are left: \(count)")
    }
    return Int(count)
  }

  private mutating func binary() throws -> Range<Int> {
    let count = try length(of: "a text")
    defer { offset += count }
    return offset..<offset + count
  }

  private func text(_ range: Range<Int>) -> String {
    let slice = bytes.extracting(range)
    return unsafe slice.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private func array(_ range: Range<Int>) -> [UInt8] {
    let slice = bytes.extracting(range)
    return unsafe slice.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}

// MARK: - Structs

extension ThriftReader {
  /// The place within a struct's fields.
  struct Cursor {
    fileprivate var lastID: Int16 = 0
  }

  /// A field's number and wire type; its value follows.
  struct Field {
    let id: Int16
    let type: ThriftType
  }

  /// Enters a struct.
  mutating func beginStruct() throws -> Cursor {
    guard depth < Self.depthLimit else {
      throw corrupt("the metadata nest deeper than \(Self.depthLimit) levels")
    }
    depth += 1
    return Cursor()
  }

  /// Returns the struct's next field, or nil at its end. The field must be read or skipped before the next call.
  mutating func next(_ cursor: inout Cursor) throws -> Field? {
    let header = try byte()
    guard header != 0 else {
      depth -= 1
      return nil
    }
    let id: Int16
    if header >> 4 == 0 {
      id = try zigzag(Int16.self)
    } else {
      let (sum, isOverflowing) = cursor.lastID.addingReportingOverflow(Int16(header >> 4))
      guard !isOverflowing else { throw corrupt("a field's number in the metadata is out of range") }
      id = sum
    }
    cursor.lastID = id
    return Field(id: id, type: try type(header & 0xF))
  }

  private func type(_ number: UInt8) throws -> ThriftType {
    guard let type = ThriftType(rawValue: number) else {
      throw corrupt("the metadata hold a value of a wire type that Thrift does not have: \(number)")
    }
    return type
  }
}

// MARK: - Skipping

extension ThriftReader {
  /// Passes over a field's value.
  mutating func skip(_ field: Field) throws {
    // A boolean field has its value in its header.
    if !field.type.isBoolean { try skip(field.type) }
  }

  private mutating func skip(_ type: ThriftType) throws {
    switch type {
    case .booleanTrue, .booleanFalse, .int8: _ = try byte()
    case .int16, .int32, .int64: _ = try varint()
    case .double: try skip(byteCount: 8)
    case .uuid: try skip(byteCount: 16)
    case .binary: _ = try binary()
    case .list, .set: try skipList()
    case .map: try skipMap()
    case .structure:
      var cursor = try beginStruct()
      while let field = try next(&cursor) { try skip(field) }
    }
  }

  private mutating func skip(byteCount: Int) throws {
    guard remaining >= byteCount else { throw corrupt("the metadata end in the middle of a value") }
    offset += byteCount
  }

  private mutating func skipList() throws {
    let (count, type) = try listHeader()
    guard let type else { return }
    try nested { reader in for _ in 0..<count { try reader.skip(type) } }
  }

  private mutating func skipMap() throws {
    let count = try length(of: "a map", elementByteCount: 2)
    guard count > 0 else { return }
    let types = try byte()
    let (key, value) = (try type(types >> 4), try type(types & 0xF))
    try nested { reader in
      for _ in 0..<count {
        try reader.skip(key)
        try reader.skip(value)
      }
    }
  }

  /// Counts a level of nesting around `body`.
  private mutating func nested(_ body: (inout ThriftReader) throws -> Void) throws {
    _ = try beginStruct()
    try body(&self)
    depth -= 1
  }

  /// Reads the number of a list's elements and their type, which is nil for an empty list: some writers give none.
  private mutating func listHeader() throws -> (count: Int, type: ThriftType?) {
    let header = try byte()
    let count = header >> 4 == 15 ? try length(of: "a list") : Int(header >> 4)
    guard count > 0 else { return (0, nil) }
    guard count <= remaining else {
      throw corrupt("a list in the metadata is longer than the bytes that are left: \(count)")
    }
    return (count, try type(header & 0xF))
  }
}

// MARK: - Values of fields

// Each returns nil, past the value, when the field does not have the wire type that the format gives it.
extension ThriftReader {
  mutating func boolean(_ field: Field) throws -> Bool? {
    guard field.type.isBoolean else { return try skipped(field) }
    return field.type == .booleanTrue
  }

  mutating func int8(_ field: Field) throws -> Int8? {
    guard field.type == .int8 else { return try skipped(field) }
    return Int8(bitPattern: try byte())
  }

  mutating func int16(_ field: Field) throws -> Int16? {
    guard field.type == .int16 else { return try skipped(field) }
    return try zigzag(Int16.self)
  }

  mutating func int32(_ field: Field) throws -> Int32? {
    guard field.type == .int32 else { return try skipped(field) }
    return try zigzag(Int32.self)
  }

  mutating func int64(_ field: Field) throws -> Int64? {
    guard field.type == .int64 else { return try skipped(field) }
    return try zigzag(Int64.self)
  }

  mutating func string(_ field: Field) throws -> String? {
    guard field.type == .binary else { return try skipped(field) }
    return text(try binary())
  }

  mutating func bytes(_ field: Field) throws -> [UInt8]? {
    guard field.type == .binary else { return try skipped(field) }
    return array(try binary())
  }

  mutating func structure<Value: ThriftStruct>(_ field: Field, as _: Value.Type = Value.self) throws -> Value?
  {
    guard field.type == .structure else { return try skipped(field) }
    return try Value(reading: &self)
  }

  private mutating func skipped<Value>(_ field: Field) throws -> Value? {
    try skip(field)
    return nil
  }
}

// MARK: - Values of list fields

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
    for _ in 0..<count { values.append(try element(&self)) }
    return values
  }
}
