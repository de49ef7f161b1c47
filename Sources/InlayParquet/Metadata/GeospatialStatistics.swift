/// Where the geometries of a column chunk lie, and of which kinds they are.
public struct GeospatialStatistics: Hashable, Sendable {
  /// A box that holds all of them; nil when the writer knows none.
  public var boundingBox: BoundingBox?
  /// The kinds that occur, by their numbers in well-known binary; nil when the writer does not tell.
  public var geometryTypes: [Int32]?

  /// Makes the struct from its fields.
  public init(boundingBox: BoundingBox? = nil, geometryTypes: [Int32]? = nil) {
    self.boundingBox = boundingBox
    self.geometryTypes = geometryTypes
  }
}

extension GeospatialStatistics: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var boundingBox: BoundingBox?
    var geometryTypes: [Int32]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: boundingBox = try reader.structure(field)
      case 2: geometryTypes = try reader.int32s(field)
      default: try reader.skip(field)
      }
    }
    self.boundingBox = boundingBox
    self.geometryTypes = geometryTypes
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, boundingBox)
    writer.field(2, geometryTypes)
    writer.endStruct()
  }
}
