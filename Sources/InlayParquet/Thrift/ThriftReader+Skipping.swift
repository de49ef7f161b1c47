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
  mutating func listHeader() throws -> (count: Int, type: ThriftType?) {
    let header = try byte()
    let count = header >> 4 == 15 ? try length(of: "a list") : Int(header >> 4)
    guard count > 0 else { return (0, nil) }
    guard count <= remaining else {
      throw corrupt("a list in the metadata is longer than the bytes that are left: \(count)")
    }
    return (count, try type(header & 0xF))
  }
}
