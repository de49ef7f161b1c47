/// What a data page of the first version holds.
public struct DataPageHeader: Hashable, Sendable {
  /// The number of values, nulls counted.
  public var valueCount: Int32
  /// The encoding of the values.
  public var encoding: Encoding
  /// The encoding of the definition levels.
  public var definitionLevelEncoding: Encoding
  /// The encoding of the repetition levels.
  public var repetitionLevelEncoding: Encoding
  /// What is known of the page's values.
  public var statistics: Statistics?

  /// Makes the struct from its fields.
  public init(
    valueCount: Int32, encoding: Encoding, definitionLevelEncoding: Encoding = .rle,
    repetitionLevelEncoding: Encoding = .rle, statistics: Statistics? = nil
  ) {
    self.valueCount = valueCount
    self.encoding = encoding
    self.definitionLevelEncoding = definitionLevelEncoding
    self.repetitionLevelEncoding = repetitionLevelEncoding
    self.statistics = statistics
  }
}

extension DataPageHeader: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var valueCount: Int32?
    var encoding: Encoding?
    var definitionLevelEncoding: Encoding?
    var repetitionLevelEncoding: Encoding?
    var statistics: Statistics?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: valueCount = try reader.int32(field)
      case 2: encoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 3: definitionLevelEncoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 4: repetitionLevelEncoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 5: statistics = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    self.valueCount = try reader.require(valueCount, "DataPageHeader.num_values")
    self.encoding = try reader.require(encoding, "DataPageHeader.encoding")
    self.definitionLevelEncoding = try reader.require(
      definitionLevelEncoding, "DataPageHeader.definition_level_encoding")
    self.repetitionLevelEncoding = try reader.require(
      repetitionLevelEncoding, "DataPageHeader.repetition_level_encoding")
    self.statistics = statistics
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, valueCount)
    writer.field(2, encoding.rawValue)
    writer.field(3, definitionLevelEncoding.rawValue)
    writer.field(4, repetitionLevelEncoding.rawValue)
    writer.field(5, statistics)
    writer.endStruct()
  }
}
