/// How large the values of a column chunk are, and how many stand at each level.
public struct SizeStatistics: Hashable, Sendable {
  /// The bytes of all byte arrays, their lengths and the encoding not counted.
  public var byteArrayByteCount: Int64?
  /// The number of values with each repetition level.
  public var repetitionLevelHistogram: [Int64]?
  /// The number of values with each definition level.
  public var definitionLevelHistogram: [Int64]?

  /// Makes the struct from its fields.
  public init(
    byteArrayByteCount: Int64? = nil, repetitionLevelHistogram: [Int64]? = nil,
    definitionLevelHistogram: [Int64]? = nil
  ) {
    self.byteArrayByteCount = byteArrayByteCount
    self.repetitionLevelHistogram = repetitionLevelHistogram
    self.definitionLevelHistogram = definitionLevelHistogram
  }
}

extension SizeStatistics: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var byteArrayByteCount: Int64?
    var repetitionLevelHistogram: [Int64]?
    var definitionLevelHistogram: [Int64]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: byteArrayByteCount = try reader.int64(field)
      case 2: repetitionLevelHistogram = try reader.int64s(field)
      case 3: definitionLevelHistogram = try reader.int64s(field)
      default: try reader.skip(field)
      }
    }
    self.byteArrayByteCount = byteArrayByteCount
    self.repetitionLevelHistogram = repetitionLevelHistogram
    self.definitionLevelHistogram = definitionLevelHistogram
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, byteArrayByteCount)
    writer.field(2, repetitionLevelHistogram)
    writer.field(3, definitionLevelHistogram)
    writer.endStruct()
  }
}
