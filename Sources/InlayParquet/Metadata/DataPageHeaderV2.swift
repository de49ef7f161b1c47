/// What a data page of the second version holds.
public struct DataPageHeaderV2: Hashable, Sendable {
  /// The number of values, nulls counted.
  public var valueCount: Int32
  /// The number of nulls.
  public var nullCount: Int32
  /// The number of rows.
  public var rowCount: Int32
  /// The encoding of the values.
  public var encoding: Encoding
  /// The bytes of the definition levels.
  public var definitionLevelByteCount: Int32
  /// The bytes of the repetition levels.
  public var repetitionLevelByteCount: Int32
  /// Whether the values are compressed; they are where the field is absent.
  public var isCompressed: Bool
  /// What is known of the page's values.
  public var statistics: Statistics?

  /// Makes the struct from its fields.
  public init(
    valueCount: Int32, nullCount: Int32, rowCount: Int32, encoding: Encoding, definitionLevelByteCount: Int32,
    repetitionLevelByteCount: Int32, isCompressed: Bool = true, statistics: Statistics? = nil
  ) {
    self.valueCount = valueCount
    self.nullCount = nullCount
    self.rowCount = rowCount
    self.encoding = encoding
    self.definitionLevelByteCount = definitionLevelByteCount
    self.repetitionLevelByteCount = repetitionLevelByteCount
    self.isCompressed = isCompressed
    self.statistics = statistics
  }
}

extension DataPageHeaderV2: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var valueCount: Int32?
    var nullCount: Int32?
    var rowCount: Int32?
    var encoding: Encoding?
    var definitionLevelByteCount: Int32?
    var repetitionLevelByteCount: Int32?
    var isCompressed: Bool?
    var statistics: Statistics?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: valueCount = try reader.int32(field)
      case 2: nullCount = try reader.int32(field)
      case 3: rowCount = try reader.int32(field)
      case 4: encoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 5: definitionLevelByteCount = try reader.int32(field)
      case 6: repetitionLevelByteCount = try reader.int32(field)
      case 7: isCompressed = try reader.boolean(field)
      case 8: statistics = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    self.valueCount = try reader.require(valueCount, "DataPageHeaderV2.num_values")
    self.nullCount = try reader.require(nullCount, "DataPageHeaderV2.num_nulls")
    self.rowCount = try reader.require(rowCount, "DataPageHeaderV2.num_rows")
    self.encoding = try reader.require(encoding, "DataPageHeaderV2.encoding")
    self.definitionLevelByteCount = try reader.require(
      definitionLevelByteCount, "DataPageHeaderV2.definition_levels_byte_length")
    self.repetitionLevelByteCount = try reader.require(
      repetitionLevelByteCount, "DataPageHeaderV2.repetition_levels_byte_length")
    self.isCompressed = isCompressed ?? true
    self.statistics = statistics
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, valueCount)
    writer.field(2, nullCount)
    writer.field(3, rowCount)
    writer.field(4, encoding.rawValue)
    writer.field(5, definitionLevelByteCount)
    writer.field(6, repetitionLevelByteCount)
    writer.field(7, isCompressed)
    writer.field(8, statistics)
    writer.endStruct()
  }
}
