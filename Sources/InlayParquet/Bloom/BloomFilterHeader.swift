/// What stands before the bits of a bloom filter: `BloomFilterHeader` in the format.
public struct BloomFilterHeader: Hashable, Sendable {
  /// The size of the bits in bytes.
  public var byteCount: Int32
  /// Whether the bits are in blocks of 256; the format has no other algorithm.
  public var isSplitBlock = true
  /// Whether values are hashed by xxHash; the format has no other hash.
  public var isXXHash = true
  /// Whether the bits are not compressed; the format has no compression.
  public var isUncompressed = true

  /// Makes the header of a filter as the format has them.
  public init(byteCount: Int32) { self.byteCount = byteCount }
}

extension BloomFilterHeader: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var byteCount: Int32?
    var choices: [Int16: Int16] = [:]
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: byteCount = try reader.int32(field)
      case 2...4: choices[field.id] = try reader.structure(field, as: UnionChoice.self)?.id
      default: try reader.skip(field)
      }
    }
    self.byteCount = try reader.require(byteCount, "BloomFilterHeader.numBytes")
    isSplitBlock = choices[2] == 1
    isXXHash = choices[3] == 1
    isUncompressed = choices[4] == 1
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, byteCount)
    writer.field(2, UnionChoice(id: 1))
    writer.field(3, UnionChoice(id: 1))
    writer.field(4, UnionChoice(id: 1))
    writer.endStruct()
  }
}

/// A union of empty structs: which of them it is.
private struct UnionChoice: ThriftStruct {
  var id: Int16?

  init(id: Int16) { self.id = id }

  init(reading reader: inout ThriftReader) throws {
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      id = field.id
      try reader.skip(field)
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    if let id { writer.emptyStruct(id) }
    writer.endStruct()
  }
}
