/// What a dictionary page holds.
public struct DictionaryPageHeader: Hashable, Sendable {
  /// The number of values.
  public var valueCount: Int32
  /// The encoding of the values.
  public var encoding: Encoding
  /// Whether the values stand in ascending order.
  public var isSorted: Bool?

  /// Makes the struct from its fields.
  public init(
    valueCount: Int32, encoding: Encoding, isSorted: Bool? = nil
  ) {
    self.valueCount = valueCount
    self.encoding = encoding
    self.isSorted = isSorted
  }
}

extension DictionaryPageHeader: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var valueCount: Int32?
    var encoding: Encoding?
    var isSorted: Bool?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: valueCount = try reader.int32(field)
      case 2: encoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 3: isSorted = try reader.boolean(field)
      default: try reader.skip(field)
      }
    }
    self.valueCount = try reader.require(valueCount, "DictionaryPageHeader.num_values")
    self.encoding = try reader.require(encoding, "DictionaryPageHeader.encoding")
    self.isSorted = isSorted
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, valueCount)
    writer.field(2, encoding.rawValue)
    writer.field(3, isSorted)
    writer.endStruct()
  }
}
