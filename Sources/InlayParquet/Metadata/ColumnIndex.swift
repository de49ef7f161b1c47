/// The bounds of each data page of a column chunk.
public struct ColumnIndex: Hashable, Sendable {
  /// For each page whether it holds nulls only; its bounds mean nothing then.
  public var nullPages: [Bool]
  /// For each page a lower bound.
  public var minValues: [[UInt8]]
  /// For each page an upper bound.
  public var maxValues: [[UInt8]]
  /// Whether the bounds of the pages ascend or descend.
  public var boundaryOrder: BoundaryOrder
  /// For each page the number of nulls.
  public var nullCounts: [Int64]?
  /// For each page the number of values with each repetition level.
  public var repetitionLevelHistograms: [Int64]?
  /// For each page the number of values with each definition level.
  public var definitionLevelHistograms: [Int64]?
  /// For each page the number of NaN values.
  public var nanCounts: [Int64]?

  /// Makes the struct from its fields.
  public init(
    nullPages: [Bool], minValues: [[UInt8]], maxValues: [[UInt8]], boundaryOrder: BoundaryOrder,
    nullCounts: [Int64]? = nil, repetitionLevelHistograms: [Int64]? = nil,
    definitionLevelHistograms: [Int64]? = nil, nanCounts: [Int64]? = nil
  ) {
    self.nullPages = nullPages
    self.minValues = minValues
    self.maxValues = maxValues
    self.boundaryOrder = boundaryOrder
    self.nullCounts = nullCounts
    self.repetitionLevelHistograms = repetitionLevelHistograms
    self.definitionLevelHistograms = definitionLevelHistograms
    self.nanCounts = nanCounts
  }
}

extension ColumnIndex: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var nullPages: [Bool]?
    var minValues: [[UInt8]]?
    var maxValues: [[UInt8]]?
    var boundaryOrder: BoundaryOrder?
    var nullCounts: [Int64]?
    var repetitionLevelHistograms: [Int64]?
    var definitionLevelHistograms: [Int64]?
    var nanCounts: [Int64]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: nullPages = try reader.booleans(field)
      case 2: minValues = try reader.byteArrays(field)
      case 3: maxValues = try reader.byteArrays(field)
      case 4: boundaryOrder = try reader.int32(field).flatMap(BoundaryOrder.init(rawValue:))
      case 5: nullCounts = try reader.int64s(field)
      case 6: repetitionLevelHistograms = try reader.int64s(field)
      case 7: definitionLevelHistograms = try reader.int64s(field)
      case 8: nanCounts = try reader.int64s(field)
      default: try reader.skip(field)
      }
    }
    self.nullPages = try reader.require(nullPages, "ColumnIndex.null_pages")
    self.minValues = try reader.require(minValues, "ColumnIndex.min_values")
    self.maxValues = try reader.require(maxValues, "ColumnIndex.max_values")
    self.boundaryOrder = try reader.require(boundaryOrder, "ColumnIndex.boundary_order")
    self.nullCounts = nullCounts
    self.repetitionLevelHistograms = repetitionLevelHistograms
    self.definitionLevelHistograms = definitionLevelHistograms
    self.nanCounts = nanCounts
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, nullPages)
    writer.field(2, minValues)
    writer.field(3, maxValues)
    writer.field(4, boundaryOrder.rawValue)
    writer.field(5, nullCounts)
    writer.field(6, repetitionLevelHistograms)
    writer.field(7, definitionLevelHistograms)
    writer.field(8, nanCounts)
    writer.endStruct()
  }
}
