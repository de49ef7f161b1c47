/// Where the data pages of a column chunk stand.
public struct OffsetIndex: Hashable, Sendable {
  /// The pages, in the order of the file.
  public var pageLocations: [PageLocation]
  /// For each page the bytes of its byte arrays.
  public var byteArrayByteCounts: [Int64]?

  /// Makes the struct from its fields.
  public init(
    pageLocations: [PageLocation], byteArrayByteCounts: [Int64]? = nil
  ) {
    self.pageLocations = pageLocations
    self.byteArrayByteCounts = byteArrayByteCounts
  }
}

extension OffsetIndex: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var pageLocations: [PageLocation]?
    var byteArrayByteCounts: [Int64]?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: pageLocations = try reader.structures(field)
      case 2: byteArrayByteCounts = try reader.int64s(field)
      default: try reader.skip(field)
      }
    }
    self.pageLocations = try reader.require(pageLocations, "OffsetIndex.page_locations")
    self.byteArrayByteCounts = byteArrayByteCounts
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, pageLocations)
    writer.field(2, byteArrayByteCounts)
    writer.endStruct()
  }
}
