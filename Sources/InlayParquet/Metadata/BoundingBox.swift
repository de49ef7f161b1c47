/// A box in up to four dimensions.
///
/// On a globe `minX` may be greater than `maxX`: then the box goes over the line where the longitude turns
/// (Geospatial.md, "Bounding Box").
public struct BoundingBox: Hashable, Sendable {
  /// Where the box begins in the first dimension: the longitude, on a globe.
  public var minX: Double
  /// Where it ends there.
  public var maxX: Double
  /// Where the box begins in the second dimension: the latitude, on a globe.
  public var minY: Double
  /// Where it ends there.
  public var maxY: Double
  /// Where the box begins in the third dimension; nil when no geometry has one.
  public var minZ: Double?
  /// Where it ends there.
  public var maxZ: Double?
  /// The least measure; nil when no geometry has one.
  public var minM: Double?
  /// The greatest measure.
  public var maxM: Double?

  /// Makes a box in two dimensions.
  public init(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    (self.minX, self.maxX, self.minY, self.maxY) = (minX, maxX, minY, maxY)
  }
}

extension BoundingBox: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var sides: [Double?] = Array(repeating: nil, count: 8)
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1...8: sides[Int(field.id) - 1] = try reader.double(field)
      default: try reader.skip(field)
      }
    }
    minX = try reader.require(sides[0], "BoundingBox.xmin")
    maxX = try reader.require(sides[1], "BoundingBox.xmax")
    minY = try reader.require(sides[2], "BoundingBox.ymin")
    maxY = try reader.require(sides[3], "BoundingBox.ymax")
    (minZ, maxZ, minM, maxM) = (sides[4], sides[5], sides[6], sides[7])
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    for (id, side) in [minX, maxX, minY, maxY, minZ, maxZ, minM, maxM].enumerated() {
      writer.field(Int16(id + 1), side)
    }
    writer.endStruct()
  }
}
